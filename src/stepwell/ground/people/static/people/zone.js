/* Suggests the device's own time zone on a form that nobody has touched yet. Nothing is sent until the form is. */

/* Names that some browsers still give, and the ones people there use. */
const today = {
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Atlantic/Faeroe": "Atlantic/Faroe",
  "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
  "America/Godthab": "America/Nuuk",
  "Europe/Kiev": "Europe/Kyiv",
};

for (const pick of document.querySelectorAll("select[data-guess-zone]")) {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const zone = today[timeZone] ?? timeZone;
  const untouched = pick.selectedOptions[0]?.defaultSelected;
  const known = [...pick.options].some((one) => one.value === zone);
  if (untouched && known) pick.value = zone;
}
