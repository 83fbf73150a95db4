// Files on their way in, piece by piece (tus 1.0): what has arrived is kept, a cut connection goes on where it stopped.
import {lightened} from "./photos.js";

const PIECE = 512 * 1024;
const PATIENCE = [1, 2, 4, 8, 15];
const AWAY = [502, 503, 504];

/** The form of the library: chosen or dropped files go at once, one after the other. */
export function deposit(form) {
    const input = form.querySelector("input[type=file]");
    const zone = form.querySelector("[data-depot-zone]");
    const list = form.querySelector("[data-envois]");
    const state = form.querySelector("[data-depot-etat]");
    const waiting = [];
    /** Files that are lightened still. */
    let coming = 0;
    let busy = false;
    const count = {kept: 0, known: 0};
    let pictures = 0;

    reveal(form);
    form.addEventListener("submit", event => event.preventDefault());
    input.addEventListener("change", () => {
        take(input.files);
        input.value = "";
    });
    for (const kind of ["dragenter", "dragover"]) zone.addEventListener(kind, event => {
        event.preventDefault();
        zone.classList.add("depot--dessus");
    });
    for (const kind of ["dragleave", "drop"]) zone.addEventListener(kind, () => zone.classList.remove("depot--dessus"));
    zone.addEventListener("drop", event => {
        event.preventDefault();
        take(event.dataTransfer.files);
    });
    window.addEventListener("beforeunload", event => {
        if (busy || coming) event.preventDefault();
    });

    async function take(files) {
        // the list that the control held is emptied at once
        const all = [...files];
        coming += all.length;
        for (const chosen of all) {
            list.hidden = false;
            try {
                const file = await lightened(chosen);
                const line = new Line(file, list, queue);
                if (isTooHeavy(form, file)) line.stop(tooHeavy(form), false);
                else queue(line);
            } catch (problem) {
                new Line(chosen, list, queue).stop(problem.message, false);
            } finally {
                coming--;
            }
        }
        if (!busy && !coming) finish();
    }

    function queue(line) {
        waiting.push(line);
        if (!busy) next();
    }

    async function next() {
        busy = true;
        for (let line = waiting.shift(); line; line = waiting.shift()) {
            const outcome = await patiently(form, line, sendToLibrary);
            if (outcome) count[outcome]++;
            if (outcome === "kept" && line.file.type.startsWith("image/")) pictures++;
        }
        busy = false;
        if (!coming) finish();
    }

    function finish() {
        const failed = list.querySelectorAll(".envoi-ligne--arret").length;
        const arrived = count.kept + count.known;
        state.textContent = `${arrived} ${arrived > 1 ? "fichiers sont arrivés" : "fichier est arrivé"}${failed ? `, ${failed} à regarder` : ""}.`;
        if (!failed && count.kept) location.assign(pictures ? form.dataset.suite : `${form.action}?fait=photo-ajoutee`);
        if (failed && pictures && !form.querySelector(".envois-suite")) {
            const link = document.createElement("a");
            link.href = form.dataset.suite;
            link.className = "envois-suite";
            link.textContent = "Décrire ce qui est arrivé";
            list.after(link);
        }
    }
}

/** A form whose one file goes first, piece by piece: the form then names it. */
export function sendFirst(form) {
    const input = form.querySelector("input[type=file]");
    const button = form.querySelector("button:not([type=button])");
    const list = form.querySelector("[data-envois]");

    reveal(form.parentElement);
    form.addEventListener("submit", event => {
        event.preventDefault();
        list.replaceChildren();
        list.hidden = false;
        go(new Line(input.files[0], list, go));
    });

    async function go(line) {
        button.disabled = true;
        const address = await patiently(form, line, sendPieces);
        button.disabled = false;
        if (!address) return;
        const name = document.createElement("input");
        name.type = "hidden";
        name.name = "envoi";
        name.value = address.split("/").pop();
        input.disabled = true;
        form.append(name);
        form.submit();
        name.remove();
        input.disabled = false;
    }
}

function reveal(block) {
    for (const part of block.querySelectorAll("[data-sans-script]")) part.hidden = true;
    for (const part of block.querySelectorAll("[data-avec-script]")) part.hidden = false;
}

/** One file, as it is shown. */
class Line {
    constructor(file, list, again) {
        this.file = file;
        this.item = document.createElement("li");
        this.item.className = "envoi-ligne";
        const name = document.createElement("span");
        name.className = "envoi-ligne__nom";
        name.textContent = file.name;
        this.bar = document.createElement("progress");
        this.bar.max = file.size || 1;
        this.bar.value = 0;
        this.bar.setAttribute("aria-label", `Envoi de ${file.name}`);
        this.words = document.createElement("span");
        this.words.className = "envoi-ligne__etat";
        this.button = document.createElement("button");
        this.button.type = "button";
        this.button.className = "bouton bouton--second";
        this.button.textContent = "Reprendre l’envoi";
        this.button.hidden = true;
        this.button.addEventListener("click", () => {
            this.button.hidden = true;
            this.item.classList.remove("envoi-ligne--arret");
            this.say("");
            again(this);
        });
        this.item.append(name, this.bar, this.words, this.button);
        list.append(this.item);
    }

    say(words) {
        this.words.textContent = words;
    }

    stop(words, resumable) {
        this.item.classList.add("envoi-ligne--arret");
        this.say(words);
        this.button.hidden = !resumable;
    }

    get memory() {
        return `bocage:envoi:${this.file.name}:${this.file.size}:${this.file.lastModified}`;
    }
}

async function patiently(form, line, send) {
    if (isTooHeavy(form, line.file)) {
        line.stop(tooHeavy(form), false);
        return null;
    }
    for (let attempt = 0; ; attempt++) {
        try {
            return await send(form, line);
        } catch (problem) {
            if (problem instanceof Refused) {
                line.stop(problem.message, problem.resumable);
                return null;
            }
            if (attempt >= PATIENCE.length) {
                line.stop("La connexion est coupée. Ce qui est arrivé est gardé.", true);
                return null;
            }
            line.say("Connexion coupée, on réessaie…");
            await pause(PATIENCE[attempt]);
        }
    }
}

function isTooHeavy(form, file) {
    return file.size > Number(form.dataset.poids);
}

function tooHeavy(form) {
    return `Trop lourd\u00a0: ${Math.floor(form.dataset.poids / 1048576)} Mo au plus.`;
}

class Refused extends Error {
    constructor(message, resumable = false) {
        super(message);
        this.resumable = resumable;
    }
}

async function sendPieces(form, line) {
    let address = localStorage.getItem(line.memory);
    let offset = address ? await howFar(form, address) : -1;
    if (offset < 0) {
        address = await begin(form, line.file);
        localStorage.setItem(line.memory, address);
        offset = 0;
    }
    while (offset < line.file.size) {
        line.bar.value = offset;
        line.say(`${Math.round((100 * offset) / line.file.size)} %`);
        offset = await piece(form, address, line.file, offset);
    }
    line.bar.value = line.file.size;
    line.say("On regarde le fichier…");
    return address;
}

async function sendToLibrary(form, line) {
    const address = await sendPieces(form, line);
    const answer = await call(form, `${address}/fin`, {method: "POST"});
    if (answer.status === 409) throw new Error("not whole");
    localStorage.removeItem(line.memory);
    check(answer);
    const told = await answer.json();
    if (told.etat === "refusee") throw new Refused(told.message);
    line.say(told.etat === "deja-la" ? "Déjà là\u00a0: on ne le garde pas deux fois." : "Arrivé.");
    return told.etat === "deja-la" ? "known" : "kept";
}

async function begin(form, file) {
    const metadata = [["filename", file.name], ["dossier", form.dataset.dossier ?? ""]].map(([name, value]) => `${name} ${base64(new TextEncoder().encode(value))}`);
    const answer = await call(form, form.dataset.depot ?? form.dataset.envoi, {method: "POST", headers: {"Upload-Length": file.size, "Upload-Metadata": metadata.join(",")}});
    if (answer.status === 413) throw new Refused("Ce fichier est vide ou trop lourd.");
    if (answer.status === 429) throw new Refused("Beaucoup de fichiers sont déjà en route. Finissez ceux-là, ou revenez demain.");
    check(answer);
    return new URL(answer.headers.get("Location"), location.href).pathname;
}

async function howFar(form, address) {
    const answer = await call(form, address, {method: "HEAD"});
    if (answer.status === 404) return -1;
    check(answer);
    return Number(answer.headers.get("Upload-Offset"));
}

async function piece(form, address, file, offset) {
    const bytes = await file.slice(offset, offset + PIECE).arrayBuffer();
    const headers = {"Upload-Offset": offset, "Content-Type": "application/offset+octet-stream"};
    if (window.crypto?.subtle) headers["Upload-Checksum"] = `sha256 ${base64(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)))}`;
    const answer = await call(form, address, {method: "PATCH", headers, body: bytes});
    if (answer.status === 409) return howFar(form, address);
    check(answer);
    return Number(answer.headers.get("Upload-Offset"));
}

function call(form, address, options) {
    return fetch(address, {...options, headers: {...options.headers, "Tus-Resumable": "1.0.0", "X-XSRF-TOKEN": form.dataset.jeton, Accept: "application/json"}});
}

function check(answer) {
    if (answer.status === 401 || answer.status === 403) {
        throw new Refused("Votre session est terminée. Reconnectez-vous, puis choisissez de nouveau ce fichier\u00a0: l’envoi reprendra où il en est.", true);
    }
    // behind another server, a portal that starts anew is a cut connection; one that broke would break again
    if (answer.status >= 500 && !AWAY.includes(answer.status)) {
        throw new Refused("Le portail n’a pas pu prendre ce fichier. Votre connexion n’y est pour rien\u00a0: essayez avec une version plus petite, ou dites-le à qui s’occupe du portail.");
    }
    if (!answer.ok) throw new Error(`answer ${answer.status}`);
}

function pause(seconds) {
    return new Promise(resolve => {
        const timer = setTimeout(resolve, seconds * 1000);
        window.addEventListener("online", () => {
            clearTimeout(timer);
            resolve();
        }, {once: true});
    });
}

function base64(bytes) {
    return btoa(String.fromCharCode(...bytes));
}
