/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Says in the Scheme view how the scheme stands: which version it is, how many
 * stages and how long, what the method finds, what is not saved. */

#include "designer/sc-designer-view-private.h"

#include <glib/gi18n-lib.h>

#include "method/sc-lint.h"
#include "model/sc-noun.h"

static char *
tell_sum (const ScVersion *version)
{
  ScDuration time = sc_version_get_cycle_time (version);
  guint n = version->stages->len;
  g_autofree char *stages = g_strdup_printf (ngettext ("%u stage", "%u stages", n), n);
  g_autofree char *told = sc_version_is_timed (version) ? sc_duration_to_text (time, version->calendar)
                                                         : sc_noun_at_least (time, version->calendar);

  if (time.value == 0)
    return g_steal_pointer (&stages);

  /* Translators: stages, and the target time up to the client mark, such as “36 working days” or “at least 5 working
   * days”. */
  return g_strdup_printf (_("%1$s, %2$s to the client"), stages, told);
}

static void
update_state (ScDesignerView *self,
              ScVersion      *version)
{
  ScVersion *published = sc_design_get_published (self->design);
  g_autofree char *text = NULL;

  if (version == NULL || sc_design_get_store (self->design) == NULL)
    text = g_strdup ("");
  else if (version->status == SC_VERSION_PUBLISHED)
    text = g_strdup_printf (_("Version %u, published"), version->number);
  else if (published != NULL)
    text = g_strdup_printf (_("Draft · version %u in use"), published->number);
  else
    text = g_strdup (_("Not published"));

  gtk_label_set_label (self->status_label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->status_label), text);
  gtk_widget_set_visible (self->publish_button, version != NULL && version->status == SC_VERSION_DRAFT &&
                          version->stages->len > 0 && sc_design_get_store (self->design) != NULL);
}

static void
update_advice (ScDesignerView *self,
               ScVersion      *version)
{
  static const char *const icons[] = { "dialog-error-symbolic", "dialog-warning-symbolic",
                                       "dialog-information-symbolic", "object-select-symbolic" };
  static const char *const classes[] = { "error", "warning", "accent", "success" };
  GPtrArray *findings = sc_design_get_findings (self->design);
  guint worst = SC_SEVERITY_ERROR;
  g_autofree char *count = NULL;
  g_autofree char *text = NULL;

  while (worst < SC_N_SEVERITIES && sc_findings_count (findings, worst) == 0)
    worst++;

  gtk_widget_set_visible (self->advice_button, version != NULL && version->stages->len > 0);
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self->advice_icon), classes[i]);
  gtk_widget_add_css_class (GTK_WIDGET (self->advice_icon), classes[worst]);
  gtk_image_set_from_icon_name (self->advice_icon, icons[worst]);

  /* How many are as the icon says; the others are told in words. */
  count = g_strdup_printf ("%u", sc_findings_count (findings, worst));
  gtk_label_set_label (self->advice_label, count);
  gtk_widget_set_visible (GTK_WIDGET (self->advice_label), findings->len > 0);

  text = findings->len > 0 ? sc_findings_describe (findings) : g_strdup (_("No findings"));
  gtk_widget_set_tooltip_text (self->advice_button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->advice_button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static gboolean
has_finding (GPtrArray *findings,
             ScRule     rule)
{
  for (guint i = 0; i < findings->len; i++)
    if (((ScFinding *) findings->pdata[i])->rule == rule)
      return TRUE;

  return FALSE;
}

/* Of what is not saved, and of a scheme that is too long. */
void
sc_designer_view_update_banners (ScDesignerView *self,
                                 ScVersion      *version)
{
  gboolean is_long = has_finding (sc_design_get_findings (self->design), SC_RULE_TOO_MANY_STAGES);
  g_autofree char *title = NULL;

  adw_banner_set_revealed (self->unsaved_banner, sc_design_has_unsaved (self->design));
  adw_banner_set_revealed (self->plan_banner, is_long && !sc_canvas_is_preview (self->canvas));
  if (!is_long)
    return;

  title = g_strdup_printf (ngettext ("%u stage, more than ten", "%u stages, more than ten", version->stages->len),
                           version->stages->len);
  adw_banner_set_title (self->plan_banner, title);
}

/* Says how the scheme stands: which version, what it sums up to, what the method
 * says of it. */
void
sc_designer_view_update_status (ScDesignerView *self,
                                ScVersion      *version)
{
  g_autofree char *sum = version != NULL ? tell_sum (version) : g_strdup ("");

  gtk_label_set_label (self->sum_label, sum);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->sum_label), sum);
  update_state (self, version);
  update_advice (self, version);
}
