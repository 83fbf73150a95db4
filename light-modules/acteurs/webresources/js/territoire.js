// A drawing of the territory is one stop of the keyboard: arrows lead from a plot to the nearest one that way, Home and End to the
// first and the last. Without this script the keyboard passes over the drawing, and the list beside it leads to the same pages.
(() => {
  "use strict";

  const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

  const outlineOf = (plot) => plot.querySelector("path");
  const middleOf = (plot) => {
    const box = outlineOf(plot).getBBox();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };

  // what lies straight ahead is nearer than what lies aside
  const nearest = (plots, from, [right, down]) => {
    const start = middleOf(from);
    const distance = (plot) => {
      const middle = middleOf(plot);
      const ahead = (middle.x - start.x) * right + (middle.y - start.y) * down;
      const aside = Math.abs((middle.x - start.x) * down + (middle.y - start.y) * right);
      return ahead > aside / 3 ? ahead + 2 * aside : Infinity;
    };
    return plots.reduce((best, plot) => (plot !== from && distance(plot) < distance(best) ? plot : best), from);
  };

  const make = (name, parent) => parent.appendChild(document.createElementNS("http://www.w3.org/2000/svg", name));

  // a ring and the name of the plot that the keyboard is on, drawn over its neighbours
  const show = (plot, drawing) => {
    const mark = make("g", drawing);
    mark.setAttribute("class", "chosen");
    mark.setAttribute("aria-hidden", "true");
    make("path", mark).setAttribute("d", outlineOf(plot).getAttribute("d"));
    make("path", mark).setAttribute("d", outlineOf(plot).getAttribute("d"));
    const name = make("text", mark);
    name.textContent = plot.querySelector("title").textContent;
    const half = name.getComputedTextLength() / 2;
    const { x, y } = middleOf(plot);
    name.setAttribute("x", Math.max(half, Math.min(x, drawing.ownerSVGElement.viewBox.baseVal.width - half)));
    name.setAttribute("y", y + 10);
  };

  const drawingOf = (plot) => plot.closest("[data-arrows]");
  const plotsOf = (drawing) => [...drawing.querySelectorAll("a.cell")];
  const stopAt = (plot, plots) => plots.forEach((one) => one.setAttribute("tabindex", one === plot ? "0" : "-1"));

  for (const drawing of document.querySelectorAll("[data-arrows]")) {
    const plots = plotsOf(drawing);
    stopAt(plots.find((plot) => plot.hasAttribute("aria-current")) ?? plots[0], plots);
    drawing.setAttribute("aria-label", `${drawing.getAttribute("aria-label")} ${drawing.dataset.arrows}`);
  }

  // on the document: an element of SVG that listens to the focus is a stop itself
  const onPlots = (type, listen) =>
    document.addEventListener(type, (event) => {
      const plot = event.target.closest("[data-arrows] a.cell");
      if (plot) {
        listen(plot, event);
      }
    });
  onPlots("focusin", (plot) => {
    stopAt(plot, plotsOf(drawingOf(plot)));
    if (plot.matches(":focus-visible")) {
      show(plot, drawingOf(plot));
    }
  });
  onPlots("focusout", (plot) => drawingOf(plot).querySelector(".chosen")?.remove());
  onPlots("keydown", (plot, event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    const plots = plotsOf(drawingOf(plot));
    const ends = { Home: plots[0], End: plots.at(-1) };
    const to = WAYS[event.key] ? nearest(plots, plot, WAYS[event.key]) : ends[event.key];
    if (to) {
      event.preventDefault();
      to.focus();
    }
  });
})();
