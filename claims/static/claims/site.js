// What htmx does not do by itself: after a swap the keyboard goes to what was swapped in, and a polite line says how many.
document.addEventListener("htmx:afterSwap", (event) => {
  const listed = document.getElementById("listed");
  if (!listed || event.detail.target.id !== "listed") return;
  document.getElementById("news-line").textContent = listed.dataset.count || "";
  if (!document.activeElement || document.activeElement === document.body) listed.focus({ preventScroll: true });
});
