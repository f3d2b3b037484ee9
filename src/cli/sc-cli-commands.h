/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The subcommands, a file each. */

#pragma once

#include "cli/sc-cli-call.h"

G_BEGIN_DECLS

int sc_cli_database_check (ScCliCall *call);
int sc_cli_database_backup (ScCliCall *call);
int sc_cli_database_restore (ScCliCall *call);
int sc_cli_database_sample (ScCliCall *call);
int sc_cli_process_list (ScCliCall *call);
int sc_cli_process_new (ScCliCall *call);
int sc_cli_process_show (ScCliCall *call);
int sc_cli_process_check (ScCliCall *call);
int sc_cli_process_fix (ScCliCall *call);
int sc_cli_process_import (ScCliCall *call);
int sc_cli_process_export (ScCliCall *call);
int sc_cli_process_print (ScCliCall *call);
int sc_cli_process_publish (ScCliCall *call);
int sc_cli_process_delete (ScCliCall *call);
int sc_cli_process_undelete (ScCliCall *call);
int sc_cli_process_regulations (ScCliCall *call);
int sc_cli_process_tactics (ScCliCall *call);
int sc_cli_process_words (ScCliCall *call);
int sc_cli_process_organisation (ScCliCall *call);

int sc_cli_deal_list (ScCliCall *call);
int sc_cli_deal_add (ScCliCall *call);
int sc_cli_deal_answer (ScCliCall *call);
int sc_cli_deal_edit (ScCliCall *call);
int sc_cli_deal_show (ScCliCall *call);
int sc_cli_deal_move (ScCliCall *call);
int sc_cli_deal_win (ScCliCall *call);
int sc_cli_deal_lose (ScCliCall *call);
int sc_cli_deal_refuse (ScCliCall *call);
int sc_cli_deal_park (ScCliCall *call);
int sc_cli_deal_unpark (ScCliCall *call);
int sc_cli_deal_tactics (ScCliCall *call);
int sc_cli_deal_import (ScCliCall *call);
int sc_cli_deal_export (ScCliCall *call);
int sc_cli_deal_delete (ScCliCall *call);
int sc_cli_deal_undelete (ScCliCall *call);

int sc_cli_insight_calibration (ScCliCall *call);
int sc_cli_insight_cycle (ScCliCall *call);
int sc_cli_insight_forecast (ScCliCall *call);
int sc_cli_insight_versions (ScCliCall *call);
int sc_cli_insight_flow (ScCliCall *call);
int sc_cli_insight_discovery (ScCliCall *call);

int sc_cli_plan_fact (ScCliCall *call);
int sc_cli_plan_set (ScCliCall *call);
int sc_cli_plan_show (ScCliCall *call);

int sc_cli_calendar_show (ScCliCall *call);
int sc_cli_calendar_set (ScCliCall *call);
int sc_cli_calendar_holiday (ScCliCall *call);
int sc_cli_calendar_import (ScCliCall *call);

int sc_cli_undo (ScCliCall *call);
int sc_cli_redo (ScCliCall *call);

G_END_DECLS
