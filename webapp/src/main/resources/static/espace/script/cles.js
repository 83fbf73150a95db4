// Passkeys, where the browser has them: what is hidden for them shows, and its buttons do the ceremony.
const REASONS = {InvalidStateError: "deja", 422: "refus", 429: "attente", 503: "panne"};

export function passkeys() {
    if (!window.PublicKeyCredential || !navigator.credentials) return;
    for (const part of document.querySelectorAll("[data-si-cles]")) part.hidden = false;
    for (const button of document.querySelectorAll("button[data-cle]")) {
        button.addEventListener("click", () => ceremony(button));
        if (button.dataset.cle === "ajouter") {
            button.form.addEventListener("submit", event => {
                event.preventDefault();
                button.click();
            });
        }
    }
}

async function ceremony(button) {
    const said = document.getElementById(button.dataset.dit);
    said.textContent = "";
    button.disabled = true;
    try {
        const adds = button.dataset.cle === "ajouter";
        const asked = adds ? new URLSearchParams({password: button.form.elements.password?.value ?? ""}) : "";
        const options = await (await send(button.dataset.demande, asked)).json();
        const key = adds
            ? await navigator.credentials.create({publicKey: creation(options)})
            : await navigator.credentials.get({publicKey: request(options)});
        location.assign(await (await send(button.dataset.envoi, JSON.stringify(told(key)))).text());
    } catch (problem) {
        // the person changed their mind, the key is of another portal, or the network is gone: the other ways in remain
        said.textContent = said.dataset[REASONS[problem.name]] ?? said.dataset.echec;
        button.disabled = false;
        button.focus();
    }
}

async function send(address, body) {
    const token = document.querySelector("input[name=_csrf]").value;
    const answer = await fetch(address, {
        method: "POST",
        headers: {"X-XSRF-TOKEN": token, ...(typeof body === "string" && {"Content-Type": "application/json"})},
        body,
    });
    if (!answer.ok) throw Object.assign(new Error(address), {name: String(answer.status)});
    return answer;
}

function creation(options) {
    return {
        ...options,
        challenge: bytes(options.challenge),
        user: {...options.user, id: bytes(options.user.id)},
        excludeCredentials: described(options.excludeCredentials),
    };
}

function request(options) {
    return {...options, challenge: bytes(options.challenge), allowCredentials: described(options.allowCredentials)};
}

function described(keys) {
    return (keys ?? []).map(key => ({...key, id: bytes(key.id)}));
}

function told(key) {
    const response = {};
    for (const name of ["attestationObject", "clientDataJSON", "authenticatorData", "signature", "userHandle"]) {
        if (key.response[name]) response[name] = text(key.response[name]);
    }
    if (key.response.getTransports) response.transports = key.response.getTransports();
    return {
        id: key.id,
        rawId: text(key.rawId),
        type: key.type,
        response,
        authenticatorAttachment: key.authenticatorAttachment,
        clientExtensionResults: key.getClientExtensionResults(),
    };
}

function bytes(base64url) {
    const binary = atob(base64url.replaceAll("-", "+").replaceAll("_", "/"));
    return Uint8Array.from(binary, character => character.charCodeAt(0));
}

function text(buffer) {
    const binary = String.fromCharCode(...new Uint8Array(buffer));
    return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
