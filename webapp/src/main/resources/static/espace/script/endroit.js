// Where something is: put on the drawing of the territory with the finger, the mouse or the arrows, from the point of a commune. The
// coordinates stay in the fields of the form.

const NS = "http://www.w3.org/2000/svg";
const KM_NORTH = 111.2;
const STEP = 0.1;
const LEAP = 1;
/** Half of what is seen from nearer, in kilometres. */
const NEAR = 6;
/** Beyond every plot, and this far from every point, one is outside. */
const OUTSIDE = 3;
const WINDS = ["au nord", "au nord-est", "à l’est", "au sud-est", "au sud", "au sud-ouest", "à l’ouest", "au nord-ouest"];
const ARROWS = {ArrowUp: [0, 1], ArrowDown: [0, -1], ArrowLeft: [-1, 0], ArrowRight: [1, 0]};

let drawn;

/** Brings the drawing into a field once it is in sight. */
export function place(block) {
    const numbers = block.querySelector("details");
    numbers.open = numbers.hasAttribute("data-faux");
    const seen = new IntersectionObserver(entries => {
        if (!entries.some(one => one.isIntersecting)) return;
        seen.disconnect();
        drawn ??= fetch(block.dataset.endroit, {headers: {Accept: "application/json"}}).then(answer => answer.json());
        drawn.then(territory => new Place(block, territory), () => (numbers.open = true));
    }, {rootMargin: "800px"});
    seen.observe(block);
}

const kmEast = lat => KM_NORTH * Math.cos((lat * Math.PI) / 180);
const svg = (name, attributes = {}) => {
    const element = document.createElementNS(NS, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
};
const html = (name, properties = {}) => Object.assign(document.createElement(name), properties);
const written = number => String(Number(number.toFixed(5)));
const read = text => (/^\s*-?\d+([.,]\d+)?\s*$/.test(text) ? Number(text.replace(",", ".")) : NaN);

/** Letters and figures alone, between single spaces: names are compared so. */
const plain = text => ` ${text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\b(st|ste)\b/g, found => (found === "st" ? "saint" : "sainte")).replace(/[^a-z0-9]+/g, " ").trim()} `;

/** « de Guichen », « d’Augan », « du Sel-de-Bretagne ». */
const of = name => (/^Le /.test(name) ? `du ${name.slice(3)}` : /^Les /.test(name) ? `des ${name.slice(4)}` : /^[AEIOUYÀÂÉÈÊÎÔ]/.test(name) ? `d’${name}` : `de ${name}`);

/** A pair of degrees as a GPS, a link or a map on line writes it. */
export function pair(text) {
    const found = /^\s*(?:geo:)?(-?\d{1,2}(?:[.,]\d+)?)\s*°?\s*([NS])?(?:\s*[,;/]\s*|\s+)(-?\d{1,3}(?:[.,]\d+)?)\s*°?\s*([EOW])?\s*$/i.exec(text)
        ?? /#map=\d+\/(-?\d{1,2}\.\d+)()\/(-?\d{1,3}\.\d+)()/.exec(text)
        ?? /@(-?\d{1,2}\.\d+)(),(-?\d{1,3}\.\d+)()/.exec(text);
    if (!found) return null;
    const lat = read(found[1]) * (/S/i.test(found[2] ?? "") ? -1 : 1);
    const lon = read(found[3]) * (/[OW]/i.test(found[4] ?? "") ? -1 : 1);
    return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? {lat, lon} : null;
}

class Place {
    constructor(block, territory) {
        this.block = block;
        this.territory = territory;
        this.communes = territory.communes.map(one => ({...one, x: Number(one.x), y: Number(one.y)}));
        const name = block.dataset.champ;
        this.lat = block.querySelector(`[name="${name}.lat"]`);
        this.lon = block.querySelector(`[name="${name}.lon"]`);
        this.precision = block.querySelector(`select[name="${name}.precision"]`);
        this.words = block.querySelector(".endroit__mots");
        this.town = block.closest("form")?.querySelector('select[name="commune"]');
        this.near = false;
        if (this.communes.length && !this.lat.readOnly) this.build();
        this.paste();
        for (const field of [this.lat, this.lon]) field.addEventListener("input", () => this.show());
        // the address that is asked beside: « 3 rue du Four, 35580 Guichen »
        this.address = block.closest("form")?.querySelector(`[name="${name.replace(/[^.]*$/, "")}adresse"]`);
        this.address?.addEventListener("change", () => this.begin(this.named(this.address.value)));
        const isTyped = this.address && this.address.value !== this.address.defaultValue;
        this.town?.addEventListener("change", () => {
            if (this.choice && !this.point()) this.choice.value = this.town.value;
            this.show();
        });
        this.show();
        // typed before the drawing was there
        if (isTyped) this.begin(this.named(this.address.value));
    }

    build() {
        const from = html("label", {className: "endroit__depuis", textContent: "Partir du bourg de "});
        this.choice = html("select");
        this.choice.append(new Option("Choisir…", ""), ...this.communes.map(one => new Option(one.nom, one.id)));
        if (!this.point() && this.communes.some(one => one.id === this.town?.value)) this.choice.value = this.town.value;
        this.choice.addEventListener("change", () => {
            const commune = this.communes.find(one => one.id === this.choice.value);
            if (commune) this.put(commune, "approximative");
        });
        from.append(this.choice);
        this.sheet = html("div", {className: "endroit__carte", tabIndex: 0});
        this.sheet.setAttribute("role", "application");
        this.sheet.setAttribute("aria-label", "Le territoire dessiné. Les flèches déplacent le repère de cent mètres, avec Majuscule d’un kilomètre.");
        this.sheet.setAttribute("aria-describedby", this.words.id);
        this.drawing = svg("svg", {"aria-hidden": "true", focusable: "false"});
        this.draw();
        this.sheet.append(this.drawing);
        this.zoom = html("button", {type: "button", className: "bouton bouton--second"});
        this.zoom.addEventListener("click", () => {
            this.near = !this.near;
            this.show();
        });
        this.away = html("button", {type: "button", className: "bouton bouton--discret", textContent: "Retirer de la carte"});
        this.away.addEventListener("click", () => this.remove());
        const gestures = html("p", {className: "endroit__gestes"});
        gestures.append(this.zoom, this.away);
        this.words.before(from, this.sheet);
        this.words.after(gestures);
        this.listen();
        new ResizeObserver(() => this.redraw(this.point())).observe(this.sheet);
    }

    draw() {
        const plots = svg("g");
        for (const one of this.communes) {
            one.plot = svg("path", {class: `endroit__parcelle endroit__parcelle--${Number(one.teinte) % 8}`, d: one.d});
            plots.append(one.plot);
        }
        this.names = svg("g", {class: "endroit__noms"});
        for (const one of this.communes) {
            one.label = svg("g");
            one.dot = svg("circle");
            one.text = svg("text");
            one.text.textContent = one.nom;
            one.label.append(one.dot, one.text);
            this.names.append(one.label);
        }
        this.pin = svg("g", {class: "endroit__repere"});
        this.pin.append(
            svg("circle", {cx: 0, cy: -30, r: 30, class: "endroit__prise"}),
            svg("path", {d: "M0 0c-14-18-22-29-22-40a22 22 0 0 1 44 0c0 11-8 22-22 40z"}),
            svg("circle", {cx: 0, cy: -40, r: 8, class: "endroit__oeil"}),
        );
        this.drawing.append(plots, this.names, this.pin);
    }

    listen() {
        this.sheet.addEventListener("keydown", event => {
            const way = ARROWS[event.key];
            if ((!way && event.key !== "Enter") || event.altKey || event.ctrlKey || event.metaKey) return;
            event.preventDefault();
            const at = this.point() ?? this.home();
            if (!way) return this.put(at);
            const step = event.shiftKey ? LEAP : STEP;
            this.put({lat: at.lat + (way[1] * step) / KM_NORTH, lon: at.lon + (way[0] * step) / kmEast(at.lat)});
        });
        let held = null;
        this.pin.addEventListener("pointerdown", event => {
            event.preventDefault();
            const at = this.project(this.point() ?? this.home());
            const pressed = this.under(event);
            held = {x: at.x - pressed.x, y: at.y - pressed.y, moved: false};
            this.pin.setPointerCapture(event.pointerId);
        });
        this.pin.addEventListener("pointermove", event => {
            if (!held) return;
            const pressed = this.under(event);
            held.moved = true;
            this.put(this.unproject(pressed.x + held.x, pressed.y + held.y), undefined, false);
        });
        for (const end of ["pointerup", "pointercancel"]) {
            this.pin.addEventListener(end, () => {
                if (held?.moved) this.told();
                held = null;
            });
        }
        this.drawing.addEventListener("click", event => {
            this.sheet.focus();
            if (event.target.closest(".endroit__repere")) return;
            const pressed = this.under(event);
            this.put(this.unproject(pressed.x, pressed.y));
        });
    }

    /** Where the pointer is on the drawing. */
    under(event) {
        const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(this.drawing.getScreenCTM().inverse());
        return {x: point.x, y: point.y};
    }

    /** One field for both, as they are copied elsewhere. */
    paste() {
        const label = html("label", {className: "endroit__coller", textContent: "Copiées d’un GPS ou d’une carte"});
        const field = html("input", {type: "text", placeholder: "47.96, -1.80", autocomplete: "off", inputMode: "text"});
        field.setAttribute("data-sans-envoi", "");
        const told = html("p", {className: "aide"});
        told.setAttribute("role", "status");
        field.addEventListener("input", () => {
            const found = pair(field.value);
            told.textContent = found || !field.value.trim() ? "" : "On attend deux nombres, comme 47.96, -1.80.";
            if (found) this.put(found, "exacte");
        });
        field.addEventListener("keydown", event => {
            if (event.key === "Enter") event.preventDefault();
        });
        label.append(field);
        this.block.querySelector("details > summary").after(label, told);
    }

    point() {
        const lat = read(this.lat.value);
        const lon = read(this.lon.value);
        return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? {lat, lon} : null;
    }

    /** Where one begins: at the commune that is chosen, else in the middle. */
    home() {
        const chosen = this.choice?.value || this.town?.value;
        return this.communes.find(one => one.id === chosen) ?? this.nearestOnDrawing(this.territory.largeur / 2, this.territory.hauteur / 2);
    }

    /** Commune that an address ends with, its longest name first: « Saint-Malo-de-Phily » is not « Saint-Malo ». */
    named(address) {
        const words = plain(address);
        return this.communes
            .filter(one => words.endsWith(` ${plain(one.nom).trim()} `))
            .reduce((best, one) => (!best || one.nom.length > best.nom.length ? one : best), null);
    }

    /** Puts the first pin at the town that an address names. */
    begin(commune) {
        if (!commune || this.point() || this.lat.readOnly) return;
        if (this.choice) this.choice.value = commune.id;
        this.put(commune, "approximative");
        this.words.textContent = `D’après l’adresse, au bourg ${of(commune.nom)}\u00a0: déplacez le repère si ce n’est pas là.`;
    }

    put(at, precision, isEnd = true) {
        this.lat.value = written(at.lat);
        this.lon.value = written(at.lon);
        if (this.precision && (precision || !this.precision.value)) this.precision.value = precision ?? "approximative";
        this.show();
        if (isEnd) this.told();
    }

    remove() {
        for (const field of [this.lat, this.lon, this.precision]) if (field) field.value = "";
        this.near = false;
        this.show();
        this.told();
        this.sheet.focus();
    }

    /** Tells the guard of what is typed. */
    told() {
        for (const type of ["input", "change"]) this.lat.dispatchEvent(new Event(type, {bubbles: true}));
    }

    project({lat, lon}) {
        const {gauche, haut, est, nord} = this.territory;
        if (gauche !== undefined) return {x: lon * est - gauche, y: -lat * nord - haut};
        const near = this.nearest({lat, lon}).commune;
        return {x: near.x + (lon - near.lon) * est, y: near.y - (lat - near.lat) * nord};
    }

    unproject(x, y) {
        const {gauche, haut, est, nord} = this.territory;
        if (gauche !== undefined) return {lat: -(y + haut) / nord, lon: (x + gauche) / est};
        const near = this.nearestOnDrawing(x, y);
        return {lat: near.lat - (y - near.y) / nord, lon: near.lon + (x - near.x) / est};
    }

    nearestOnDrawing(x, y) {
        return this.communes.reduce((best, one) => (Math.hypot(one.x - x, one.y - y) < Math.hypot(best.x - x, best.y - y) ? one : best));
    }

    nearest({lat, lon}) {
        const found = this.communes.map(commune => {
            const north = (lat - commune.lat) * KM_NORTH;
            const east = (lon - commune.lon) * kmEast(lat);
            return {commune, north, east, km: Math.hypot(north, east)};
        });
        return found.reduce((best, one) => (one.km < best.km ? one : best));
    }

    isOutside(at) {
        const {x, y} = this.project(at);
        const point = new DOMPoint(x, y);
        return this.nearest(at).km > OUTSIDE && !this.communes.some(one => one.plot?.isPointInFill(point));
    }

    /** « à 2 km au nord-ouest du bourg de Guichen ». */
    say(at) {
        const {commune, north, east, km} = this.nearest(at);
        const town = `bourg ${of(commune.nom)}`;
        if (km < 0.15) return `Au ${town}.`;
        const far = km < 0.95 ? `${Math.round(km * 10) * 100} m` : `${String(km < 10 ? Math.round(km * 2) / 2 : Math.round(km)).replace(".", ",")} km`;
        const wind = WINDS[Math.round(((Math.atan2(east, north) * 180) / Math.PI + 360) / 45) % 8];
        return `À ${far} ${wind} du ${town}.`;
    }

    show() {
        const at = this.point();
        if (!this.communes.length) {
            this.words.textContent = at ? "" : "Les communes ne sont pas encore choisies.";
            return;
        }
        const town = this.communes.find(one => one.id === this.town?.value);
        const isTyped = this.lat.value.trim() || this.lon.value.trim();
        this.words.textContent = at
            ? this.say(at) + (this.isOutside(at) ? " C’est en dehors du territoire dessiné : si c’est bien là, on le garde." : "")
            : isTyped
              ? "Ces coordonnées ne disent pas encore un endroit."
              : town
                ? `Pas de repère : la carte montrera le bourg ${of(town.nom)}.`
                : "Pas encore de repère. Appuyez sur le dessin pour en poser un.";
        if (this.sheet) this.redraw(at);
    }

    redraw(at) {
        const {largeur, hauteur, est} = this.territory;
        const here = this.project(at ?? this.home());
        const half = NEAR * (est / kmEast((at ?? this.home()).lat));
        const box = this.near ? [here.x - half, here.y - half * 0.8, 2 * half, 1.6 * half] : [0, 0, largeur, hauteur];
        this.drawing.setAttribute("viewBox", box.join(" "));
        // of the drawing, for a pixel of the screen
        const unit = box[2] / (this.drawing.clientWidth || 600);
        const chosen = at ? this.nearest(at).commune : this.communes.find(one => one.id === this.choice.value);
        for (const one of this.communes) {
            one.label.style.display = this.near || one === chosen ? "" : "none";
            one.plot.classList.toggle("endroit__parcelle--ici", one === chosen);
            for (const [key, value] of Object.entries({cx: one.x, cy: one.y, r: 4 * unit})) one.dot.setAttribute(key, value);
            one.text.setAttribute("x", one.x);
            one.text.setAttribute("y", one.y + 22 * unit);
            one.text.setAttribute("font-size", 16 * unit);
        }
        this.pin.style.display = at ? "" : "none";
        this.pin.setAttribute("transform", `translate(${here.x} ${here.y}) scale(${0.72 * unit})`);
        this.zoom.textContent = this.near ? "Voir tout le territoire" : "Voir de plus près";
        this.away.hidden = !at;
    }
}
