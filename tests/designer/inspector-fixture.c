/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "designer/inspector-fixture.h"

void
inspector_fixture_open_proposal (DesignerFixture *fixture)
{
  g_autoptr (ScVersion) version = designer_fixture_proposal ();

  designer_fixture_open (fixture, version);
}

GtkWidget *
inspector_fixture_find_line (ScListEditor *list,
                             guint         position)
{
  return designer_fixture_line (GTK_WIDGET (list), position);
}
