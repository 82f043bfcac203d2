// Light, dark, or as the system has it; the choice stays with the browser.
const themes = ["system", "light", "dark"];
const root = document.documentElement;
const button = document.querySelector("#theme");

function show(theme) {
  if (theme === "system") delete root.dataset.theme;
  else root.dataset.theme = theme;
  button.textContent = `Theme: ${theme}`;
}

function remembered() {
  const theme = localStorage.getItem("theme");
  return themes.includes(theme) ? theme : "system";
}

button.addEventListener("click", () => {
  const next = themes[(themes.indexOf(remembered()) + 1) % themes.length];
  localStorage.setItem("theme", next);
  show(next);
});

button.hidden = false;
show(remembered());
