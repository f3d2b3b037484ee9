/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The inspector, beside a proposal. */

#pragma once

#include <string.h>

#include "designer-fixture.h"
#include "designer/inspector/sc-list-editor.h"

G_BEGIN_DECLS

void inspector_fixture_open_proposal (DesignerFixture *fixture);
GtkWidget *inspector_fixture_find_line (ScListEditor *list,
                                        guint         position);

G_END_DECLS
