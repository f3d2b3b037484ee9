/* SPDX-License-Identifier: GPL-3.0-or-later */

/* In which encoding a table is written is told, or asked for: it never comes in as
 * something else. */

#include <locale.h>
#include <string.h>

#include "exchange/sc-encoding.h"

/* Names and words as tables have them, a few of them and many. */
static const char *const texts[] = {
  "Название сделки;Этап сделки;Бюджет;Ответственный\r\nПоставка ООО Ромашка;Новая;120 000;Пётр Ёжиков\r\n",
  "title,stage\nПоставка станков,Needs discovery\nМонтаж под ключ,Needs discovery\n",
  "title,stage\nООО «Мост»,Needs discovery\n",
  "title,company\nИП Иванова,ЗАО «СВЯЗЬ»\nКамАЗ,АвтоВАЗ\n",
  "Назва угоди;Етап;Сума;Компанія\r\nПостачання обладнання;Виявлення потреб;120 000;ТОВ «Ґанок»\r\nМонтаж під ключ;Нова;5000;Її Сад\r\n",
  "title,company\nЄвген Їжак,ТОВ «Україна»\nПостачання верстатів,Київ\n",
  "title,company\nҐрунт і їжа,Приватне підприємство Юлії Єрмоленко\n",
  "Назва здзелкі;Этап\r\nПастаўка абсталявання;Новая\r\nМантаж у Магілёве;Новая\r\n",
  "Deal Name,Account Name\r\nMöbel für Büro,Müller & Söhne\r\nTür,Größe\r\n",
  "Deal Name,Account Name\r\nCafé – “équipement” 5 €,Société Générale\r\nHôtel,Château\r\n",
  "Deal Name,Account Name\r\nIñigo Núñez,Compañía Española\r\nDiseño,Señal\r\n",
  "Deal Name\r\nInstalação,São Paulo\r\nManutenção,Ação\r\n",
  "Deal Name\r\nŁódź Gdańsk\r\nWrocław Poznań\r\nŹródło\r\n",
  "Deal Name\r\nPříliš žluťoučký kůň\r\nDodávka zařízení\r\n",
  "Deal Name\r\nİstanbul Şirketi\r\nGüneş Çağrı\r\n",
  "Deal Name\r\nΑθήνα Ελλάδα\r\nΕγκατάσταση μηχανών\r\n",
  "Deal Name\r\nשלום חברה\r\n",
  "Назва угоди;Етап;Сума;Компанія\r\nПостачання обладнання;Виявлення потреб;120 000;Їжак\r\nМонтаж під ключ;Нова;5000;Її Сад\r\n",
  "title,company\nЄвген Їжак,Україна\nПостачання верстатів,Київ\n",
};

static const char *const encodings[] = {
  "windows-1251", "windows-1252", "KOI8-R", "KOI8-U", "IBM866", "ISO-8859-5", "MACCYRILLIC", "windows-1250", "ISO-8859-2",
  "windows-1253", "windows-1254", "ISO-8859-1", "ISO-8859-15", "windows-1255", "IBM850",
};

static char *
encode (const char *text,
        const char *encoding,
        gsize      *length)
{
  return g_convert (text, -1, encoding, "UTF-8", NULL, length, NULL);
}

static void
assert_not_taken_for_another (const char *text,
                              const char *encoding)
{
  gsize length;
  g_autofree char *bytes = encode (text, encoding, &length);
  g_autofree char *read = NULL;
  char told[SC_ENCODING_BUFFER];

  /* Not every encoding has all the letters. */
  if (bytes == NULL || !sc_encoding_tell (bytes, length, told))
    return;

  g_test_message ("%s is told as %s", encoding, told);
  read = g_convert (bytes, (gssize) length, "UTF-8", told, NULL, NULL, NULL);
  g_assert_cmpstr (read, ==, text);
}

static void
test_nothing_is_taken_for_another (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint j = 0; j < G_N_ELEMENTS (encodings); j++)
      assert_not_taken_for_another (texts[i], encodings[j]);
}

static void
test_usual_encodings_are_told (void)
{
  static const struct {
    guint first;
    guint last;
    const char *encoding;
  } cases[] = {
    { 0, 2, "windows-1251" }, { 0, 1, "KOI8-R" }, { 4, 7, "windows-1251" }, { 6, 6, "KOI8-U" }, { 17, 18, "KOI8-U" }, { 8, 11, "windows-1252" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint j = cases[i].first; j <= cases[i].last; j++)
      {
        gsize length;
        g_autofree char *bytes = encode (texts[j], cases[i].encoding, &length);
        char told[SC_ENCODING_BUFFER] = "";

        g_test_message ("%s in %s", texts[j], cases[i].encoding);
        g_assert_nonnull (bytes);
        g_assert_true (sc_encoding_tell (bytes, length, told));
        g_assert_cmpstr (told, ==, cases[i].encoding);
      }
}

static void
test_encodings_have_names (void)
{
  static const char *const names[][2] = {
    { "cp1251", "windows-1251" }, { "WINDOWS-1252", "windows-1252" }, { "koi8-r", "KOI8-R" }, { "koi8-u", "KOI8-U" }, { "ibm866", "IBM866" }, { "cp866", "IBM866" },
    { "utf8", "UTF-8" }, { "utf-16le", "UTF-16LE" }, { "klingon", NULL }, { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      char encoding[SC_ENCODING_BUFFER];

      g_test_message ("%s", names[i][0]);
      g_assert_cmpstr (sc_encoding_find (names[i][0], encoding) ? encoding : NULL, ==, names[i][1]);
    }
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/encoding/not-another", test_nothing_is_taken_for_another);
  g_test_add_func ("/exchange/encoding/usual", test_usual_encodings_are_told);
  g_test_add_func ("/exchange/encoding/names", test_encodings_have_names);

  return g_test_run ();
}
