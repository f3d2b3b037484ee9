/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes up names of companies, people and deals, for the sample. */

#include "store/sc-sample-names.h"

#include "model/sc-noun.h"

#define N_COMPANY_FIRST 32
#define N_COMPANY_SECOND 32
#define N_COMPANY_KINDS 4
#define N_FIRST_NAMES 24
#define N_LAST_NAMES 32
#define N_TITLES 16
#define N_STEPS 8
#define N_SOURCES 6
#define N_NOTES 4

static const char *const company_first[SC_N_LANGUAGES][N_COMPANY_FIRST] = {
  {
    "Northern", "Silver", "Blue", "Alder", "Harbour", "Summit", "Granite", "Maple", "Lakeside", "Bright", "Stone",
    "Oak", "River", "Falcon", "Copper", "Meadow", "Prairie", "Coastal", "Amber", "Pioneer", "Anchor", "Cedar",
    "Highland", "Beacon", "Crown", "Delta", "Evergreen", "Frost", "Golden", "Horizon", "Iron", "Juniper",
  },
  {
    "Северный", "Серебряный", "Синий", "Сибирский", "Портовый", "Горный", "Гранитный", "Кленовый", "Озёрный", "Светлый",
    "Каменный", "Дубовый", "Речной", "Балтийский", "Медный", "Луговой", "Степной", "Береговой", "Янтарный", "Первый",
    "Донской", "Кедровый", "Высокий", "Городской", "Южный", "Волжский", "Новый", "Невский", "Золотой", "Дальний",
    "Восточный", "Уральский",
  },
};

static const char *const company_second[SC_N_LANGUAGES][N_COMPANY_SECOND] = {
  {
    "Logistics", "Foods", "Instruments", "Textiles", "Robotics", "Pharma", "Printing", "Windows", "Furniture",
    "Motors", "Energy", "Dental", "Farms", "Bakery", "Media", "Security", "Metals", "Glass", "Paper", "Optics",
    "Shipping", "Tools", "Plastics", "Clinics", "Schools", "Hotels", "Retail", "Software", "Builders", "Brewery",
    "Ceramics", "Analytics",
  },
  /* All of one gender, as what stands in front of them. */
  {
    "дом", "металл", "мост", "текстиль", "завод", "бетон", "станок", "свет", "лес", "мотор", "ресурс", "доктор", "сад",
    "хлеб", "груз", "щит", "сплав", "витраж", "лист", "берег", "путь", "инструмент", "полимер", "центр", "класс",
    "отель", "продукт", "склад", "строитель", "квас", "фарфор", "расчёт",
  },
};

static const char *const company_patterns[SC_N_LANGUAGES][N_COMPANY_KINDS] = {
  { "%s %s Ltd", "%s %s Inc.", "%s %s GmbH", "%s %s" },
  { "ООО «%s %s»", "АО «%s %s»", "ООО ТД «%s %s»", NULL },
};

/* A Russian trader who has no company is called by surname and initials: one of the first
 * and one of the second make as many pairs as there are second names of companies. */
#define TRADER "ИП %s %s %s"
#define N_FIRST_INITIALS 8

static const char *const first_initials[N_FIRST_INITIALS] = { "А.", "В.", "Д.", "И.", "М.", "Н.", "П.", "С." };
static const char *const second_initials[N_COMPANY_SECOND / N_FIRST_INITIALS] = { "А.", "В.", "И.", "С." };

/* In Russian every other one is a woman's, whose last name ends otherwise. */
static const char *const first_names[SC_N_LANGUAGES][N_FIRST_NAMES] = {
  {
    "Alice", "Ben", "Clara", "David", "Emma", "Frank", "Grace", "Henry", "Isabel", "Jack", "Karen", "Liam",
    "Maria", "Noah", "Olivia", "Paul", "Quinn", "Rosa", "Samuel", "Tina", "Victor", "Wendy", "Yusuf", "Zoe",
  },
  {
    "Алексей", "Анна", "Виктор", "Вера", "Дмитрий", "Дарья", "Евгений", "Елена", "Игорь", "Ирина", "Кирилл",
    "Ксения", "Максим", "Мария", "Олег", "Ольга", "Павел", "Полина", "Сергей", "Светлана", "Тимур", "Татьяна", "Юрий",
    "Юлия",
  },
};

static const char *const last_names[SC_N_LANGUAGES][N_LAST_NAMES] = {
  {
    "Anderson", "Brooks", "Carter", "Dawson", "Ellis", "Fischer", "Garcia", "Hughes", "Ivanova", "Jensen", "Kim",
    "Lopez", "Murphy", "Nguyen", "Osborne", "Patel", "Quigley", "Rossi", "Silva", "Turner", "Ueda", "Vargas",
    "Weber", "Xu", "Young", "Zimmer", "Adler", "Bennett", "Costa", "Duval", "Eriksen", "Foster",
  },
  {
    "Андреев", "Белов", "Волков", "Громов", "Дьячков", "Ершов", "Жуков", "Зайцев", "Иванов", "Королёв", "Лебедев",
    "Морозов", "Новиков", "Орлов", "Петров", "Родионов", "Соколов", "Тихонов", "Уваров", "Фомин", "Хохлов",
    "Цветков", "Чернов", "Шестаков", "Щербаков", "Юдин", "Яшин", "Алёхин", "Быков", "Власов", "Гусев", "Данилов",
  },
};

/* There are two at least. */
static const char *const english_titles[N_TITLES] = {
  "Licences for %u people", "Roll-out in %u branches", "Support for %u months", "Training for %u people",
  "Audit of %u sites", "Pilot with %u users", "Renewal, %u seats", "Equipment, %u pieces",
  "Spare parts, %u sets", "Fitting of %u rooms", "Service of %u machines", "Course for %u teams",
  "Paper, %u pallets", "Integration of %u systems", "Design of %u pages", "Delivery of %u lots",
};

static const struct {
  const char *what;
  const char *forms[3];
} russian_titles[N_TITLES] = {
  { "Лицензии", { "место", "места", "мест" } },
  { "Внедрение", { "филиал", "филиала", "филиалов" } },
  { "Поддержка", { "месяц", "месяца", "месяцев" } },
  { "Обучение", { "человек", "человека", "человек" } },
  { "Аудит", { "объект", "объекта", "объектов" } },
  { "Пилот", { "пользователь", "пользователя", "пользователей" } },
  { "Продление", { "место", "места", "мест" } },
  { "Оборудование", { "единица", "единицы", "единиц" } },
  { "Запчасти", { "комплект", "комплекта", "комплектов" } },
  { "Монтаж", { "помещение", "помещения", "помещений" } },
  { "Обслуживание", { "станок", "станка", "станков" } },
  { "Курс", { "группа", "группы", "групп" } },
  { "Бумага", { "паллета", "паллеты", "паллет" } },
  { "Интеграция", { "система", "системы", "систем" } },
  { "Дизайн", { "страница", "страницы", "страниц" } },
  { "Поставка", { "партия", "партии", "партий" } },
};

static const char *const steps[SC_N_LANGUAGES][N_STEPS] = {
  {
    "Call back", "Send the proposal", "Agree the meeting", "Ask for the decision", "Send the contract",
    "Remind of the invoice", "Show the product", "Talk to the decision-maker",
  },
  {
    "Перезвонить", "Отправить КП", "Согласовать встречу", "Узнать решение", "Отправить договор", "Напомнить о счёте",
    "Показать продукт", "Поговорить с ЛПР",
  },
};

static const char *const sources[SC_N_LANGUAGES][N_SOURCES] = {
  { "Website", "Referral", "Fair", "Cold call", "Partner", "Advertising" },
  { "Сайт", "Рекомендация", "Выставка", "Холодный звонок", "Партнёр", "Реклама" },
};

static const char *const notes[SC_N_LANGUAGES][N_NOTES] = {
  {
    "", "", "Asked to be called in the afternoon.", "The budget is agreed for this quarter.",
  },
  {
    "", "", "Просили звонить после обеда.", "Бюджет согласован на этот квартал.",
  },
};

static const char *const loss_reasons[SC_N_LANGUAGES][6] = {
  { "Too expensive", "Bought from a competitor", "No budget", "Not needed any more", "No answer", NULL },
  { "Дорого", "Купили у конкурента", "Нет бюджета", "Больше не нужно", "Не отвечает", NULL },
};

/* What the problem is, what it costs, who decides, and what has to come of it. */
#define N_ANSWERS 4

static const char *const answers[SC_N_LANGUAGES][SC_SAMPLE_RESULT + 1][N_ANSWERS] = {
  [SC_LANGUAGE_EN] = {
    { "Orders are typed in twice, and one in ten is wrong", "Nobody sees what is in stock",
      "Reports take three days a month", "Requests get lost between two departments" },
    { "A day of work each week", "Two lost orders a quarter", "Fines for late delivery", "They have never counted it" },
    { "The director with the head of finance", "The owner alone", "The head of production", "Three department heads together" },
    { "Orders go out within a day, without errors", "Everybody works in it by themselves",
      "The report takes an hour", "No request waits longer than a day" },
  },
  [SC_LANGUAGE_RU] = {
    { "Заказы вносят дважды, в каждом десятом ошибка", "Никто не видит остатков на складе",
      "Отчёты занимают три дня в месяц", "Заявки теряются между отделами" },
    { "День работы каждую неделю", "Два потерянных заказа в квартал", "Штрафы за просрочку", "Никогда не считали" },
    { "Директор вместе с главным бухгалтером", "Собственник сам", "Начальник производства", "Три начальника отделов вместе" },
    { "Заказы уходят за день и без ошибок", "Все работают сами", "Отчёт занимает час", "Ни одна заявка не ждёт дольше дня" },
  },
};

/**
 * sc_sample_make_company:
 * @language: the language of the name
 * @number: a number
 *
 * Returns: (transfer full): a company's name, no two numbers' the same
 */
char *
sc_sample_make_company (ScLanguage language,
                        guint      number)
{
  guint first = number % N_COMPANY_FIRST;
  guint second = number / N_COMPANY_FIRST % N_COMPANY_SECOND;
  /* Neighbours are of different kinds; two of one name are of two. */
  guint kind = (first * 3 + second + number / (N_COMPANY_FIRST * N_COMPANY_SECOND)) % N_COMPANY_KINDS;
  guint round = number / (N_COMPANY_FIRST * N_COMPANY_SECOND * N_COMPANY_KINDS);
  const char *pattern = company_patterns[language][kind];
  g_autofree char *second_name = NULL;

  if (pattern == NULL && round == 0)
    return g_strdup_printf (TRADER, last_names[language][first], first_initials[second % N_FIRST_INITIALS],
                            second_initials[second / N_FIRST_INITIALS]);
  if (pattern == NULL)
    return g_strdup_printf (TRADER " %u", last_names[language][first], first_initials[second % N_FIRST_INITIALS],
                            second_initials[second / N_FIRST_INITIALS], round + 1);

  second_name = round == 0 ? g_strdup (company_second[language][second])
                           : g_strdup_printf ("%s %u", company_second[language][second], round + 1);

  return g_strdup_printf (pattern, company_first[language][first], second_name);
}

/**
 * sc_sample_make_person:
 * @language: the language of the name
 * @number: a number
 *
 * Returns: (transfer full): a person's name
 */
char *
sc_sample_make_person (ScLanguage language,
                       guint      number)
{
  guint first = number % N_FIRST_NAMES;
  gboolean is_woman = first % 2 == 1;

  return g_strdup_printf ("%s %s%s", first_names[language][first],
                          last_names[language][number / N_FIRST_NAMES % N_LAST_NAMES],
                          language == SC_LANGUAGE_RU && is_woman ? "а" : "");
}

/**
 * sc_sample_make_title:
 * @language: the language of the title
 * @number: a number
 *
 * Returns: (transfer full): what a deal is called
 */
char *
sc_sample_make_title (ScLanguage language,
                      guint      number)
{
  guint title = number % N_TITLES;
  guint n = number / N_TITLES % 60 + 2;

  if (language == SC_LANGUAGE_RU)
    return g_strdup_printf ("%s: %u %s", russian_titles[title].what, n,
                            russian_titles[title].forms[sc_noun_choose_form (n, language)]);

  return g_strdup_printf (english_titles[title], n);
}

/**
 * sc_sample_get_step:
 * @language: the language of the text
 * @number: a number
 *
 * Returns: a next step
 */
const char *
sc_sample_get_step (ScLanguage language,
                    guint      number)
{
  return steps[language][number % N_STEPS];
}

/**
 * sc_sample_get_source:
 * @language: the language of the text
 * @number: a number
 *
 * Returns: where a deal came from
 */
const char *
sc_sample_get_source (ScLanguage language,
                      guint      number)
{
  return sources[language][number % N_SOURCES];
}

/**
 * sc_sample_get_note:
 * @language: the language of the text
 * @number: a number
 *
 * Returns: a deal's notes, mostly none
 */
const char *
sc_sample_get_note (ScLanguage language,
                    guint      number)
{
  return notes[language][number % N_NOTES];
}

/**
 * sc_sample_get_answer:
 * @language: the language of the text
 * @question: what is asked: the problem, what it costs, who decides,
 *   or %SC_SAMPLE_RESULT; and again from there on
 * @number: a number
 *
 * Returns: what a client has answered
 */
const char *
sc_sample_get_answer (ScLanguage language,
                      guint      question,
                      guint      number)
{
  return answers[language][MIN (question, SC_SAMPLE_RESULT)][number % N_ANSWERS];
}

/**
 * sc_sample_get_loss_reasons:
 * @language: the language of the texts
 *
 * Returns: why deals are lost
 */
const char *const *
sc_sample_get_loss_reasons (ScLanguage language)
{
  return loss_reasons[language];
}
