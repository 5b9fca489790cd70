// @ts-check
// Before the first paint: the theme that the address or an earlier visit asked for.
(function () {
  var asked = new URLSearchParams(location.search).get('theme');
  var kept = null;
  try {
    kept = localStorage.getItem('tiyun.theme');
  } catch (e) {
    // Storage may be forbidden; the screen's own preference then decides.
  }
  var theme = asked || kept;
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
})();
