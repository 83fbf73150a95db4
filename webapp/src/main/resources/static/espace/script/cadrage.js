// A picture framed by pointing; the numbers beside it say the same, and are what is sent.

/** The block with the picture and its six numbers. */
export function framing(block) {
    const stage = block.querySelector("[data-cadrage-image]");
    const numbers = Object.fromEntries(["centreX", "centreY", "cadreX", "cadreY", "cadreLargeur", "cadreHauteur"].map(name => [name, block.querySelector(`[name=${name}]`)]));
    const frame = part("cadrage__cadre");
    const centre = part("cadrage__centre");
    stage.append(frame, centre);
    stage.classList.add("cadrage__image--vive");
    block.querySelector("[data-cadrage-gestes]").hidden = false;
    let start = null;

    const value = name => Number(numbers[name].value.replace(",", "."));
    const show = () => {
        frame.style.left = `${value("cadreX")}%`;
        frame.style.top = `${value("cadreY")}%`;
        frame.style.width = `${value("cadreLargeur")}%`;
        frame.style.height = `${value("cadreHauteur")}%`;
        centre.style.left = `${value("centreX")}%`;
        centre.style.top = `${value("centreY")}%`;
    };
    const set = values => {
        for (const [name, number] of Object.entries(values)) numbers[name].value = Math.round(number * 10) / 10;
        show();
    };
    const at = event => {
        const box = stage.getBoundingClientRect();
        return [within((100 * (event.clientX - box.left)) / box.width), within((100 * (event.clientY - box.top)) / box.height)];
    };
    const draws = () => block.querySelector("[name=_geste]:checked").value === "cadre";

    stage.addEventListener("pointerdown", event => {
        event.preventDefault();
        stage.setPointerCapture(event.pointerId);
        start = at(event);
        if (!draws()) set({centreX: start[0], centreY: start[1]});
    });
    stage.addEventListener("pointermove", event => {
        if (!start) return;
        const [x, y] = at(event);
        if (!draws()) {
            set({centreX: x, centreY: y});
        } else if (Math.abs(x - start[0]) >= 5 && Math.abs(y - start[1]) >= 5) {
            set({cadreX: Math.min(x, start[0]), cadreY: Math.min(y, start[1]), cadreLargeur: Math.abs(x - start[0]), cadreHauteur: Math.abs(y - start[1])});
        }
    });
    for (const kind of ["pointerup", "pointercancel"]) stage.addEventListener(kind, () => (start = null));
    for (const number of Object.values(numbers)) number.addEventListener("input", show);
    show();
}

function part(name) {
    const element = document.createElement("span");
    element.className = name;
    element.setAttribute("aria-hidden", "true");
    return element;
}

function within(share) {
    return Math.max(0, Math.min(100, share));
}
