// Another server of the fediverse, made with Fedify: it follows the portal, is told of an event, its change and its end, and
// verifies who told it; then it sends what it forged. Usage: peer.mjs PORTAL PORT
import { createServer } from "node:http";
import { createSign, generateKeyPairSync } from "node:crypto";
import {
  Accept, Create, Delete, Event, Follow, MemoryKvStore, Person, Undo, Update,
  createFederation, generateCryptoKeyPair,
} from "@fedify/fedify";

const [portal, port] = process.argv.slice(2);
const base = `http://127.0.0.1:${port}`;
const PATIENCE = 240_000;
const came = [];
const keys = await generateCryptoKeyPair("RSASSA-PKCS1-v1_5");

const federation = createFederation({ kv: new MemoryKvStore(), allowPrivateAddress: true, skipSignatureVerification: false });
federation
  .setActorDispatcher("/users/{identifier}", async (ctx, identifier) => {
    if (identifier !== "camille") return null;
    const pairs = await ctx.getActorKeyPairs(identifier);
    return new Person({
      id: ctx.getActorUri(identifier),
      preferredUsername: identifier,
      inbox: ctx.getInboxUri(identifier),
      publicKey: pairs[0].cryptographicKey,
    });
  })
  .setKeyPairsDispatcher(() => [keys]);
// a listener is called once Fedify has verified the signature of the request
federation
  .setInboxListeners("/users/{identifier}/inbox", "/inbox")
  .on(Accept, note("Accept"))
  .on(Create, note("Create"))
  .on(Update, note("Update"))
  .on(Delete, note("Delete"));

function note(kind) {
  return async (_, activity) => {
    const json = await activity.toJsonLd();
    came.push({ kind, activity, json });
  };
}

const server = createServer(async (incoming, outgoing) => {
  const chunks = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const request = new Request(base + incoming.url, {
    method: incoming.method,
    headers: incoming.headers,
    body: chunks.length ? Buffer.concat(chunks) : undefined,
  });
  const answer = await federation.fetch(request, { contextData: undefined });
  if (incoming.method === "POST") seen(`the peer answers ${answer.status} to what came to ${incoming.url}`);
  outgoing.writeHead(answer.status, Object.fromEntries(answer.headers));
  outgoing.end(Buffer.from(await answer.arrayBuffer()));
});
await new Promise((done) => server.listen(Number(port), "127.0.0.1", done));

function seen(sentence) {
  console.log(`${new Date().toISOString().slice(11, 19)}  ${sentence}`);
}

function require(condition, sentence) {
  if (!condition) throw new Error(sentence);
  seen(sentence);
}

async function until(sentence, condition) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const found = await condition();
    if (found) {
      seen(sentence);
      return found;
    }
    if (Date.now() > end) throw new Error(`not within ${PATIENCE / 1000} s: ${sentence}`);
    await new Promise((next) => setTimeout(next, 500));
  }
}

// a person at the portal: keeps cookies, sends the forms that it is shown
class Visitor {
  cookies = new Map();

  async get(path, options = {}) {
    const headers = { Cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; "), ...options.headers };
    const answer = await fetch(portal + path, { redirect: "manual", ...options, headers });
    for (const cookie of answer.headers.getSetCookie()) {
      const [name, value] = cookie.split(";")[0].split(/=(.*)/s);
      this.cookies.set(name, value);
    }
    return answer;
  }

  async send(path, fields) {
    return this.get(path, { method: "POST", body: new URLSearchParams(fields) });
  }

  // the hidden fields of the form of a page that has a field of a name
  async form(path, name) {
    const page = await (await this.get(path)).text();
    const form = page.split("<form").find((one) => one.includes(`name="${name}"`)) ?? "";
    const fields = {};
    for (const [input] of form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
      fields[/name="([^"]*)"/.exec(input)[1]] = (/value="([^"]*)"/.exec(input)?.[1] ?? "").replaceAll("&amp;", "&");
    }
    return fields;
  }

  async signIn(account) {
    const hidden = await this.form("/connexion", "username");
    const answer = await this.send("/connexion", { ...hidden, username: account, password: "demo-bocage" });
    if (answer.status !== 302) throw new Error(`${account} cannot sign in: ${answer.status}`);
    return this;
  }

  async write(path, fields, action) {
    const hidden = await this.form(path, "titre");
    const answer = await this.send(path, { ...hidden, ...fields, action });
    if (answer.status !== 302) throw new Error(`${path} was not written: ${answer.status}`);
  }
}

function dayIn(days) {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

const event = {
  titre: "Bal de la fédération",
  origine: "pole",
  debut: `${dayIn(20)}T20:00`,
  fin: `${dayIn(20)}T23:00`,
  "lieu.nom": "La Grange",
  "lieu.adresse": "3 rue du Four",
  commune: "b0ca0003-0000-4000-8000-000000035126",
  description: "<p>On danse.</p>",
  "organisateurs[0].nom": "Le pôle",
  tarif: "gratuit",
  statut: "prevu",
  visibilite: "public",
};

async function open() {
  const admin = await new Visitor().signIn("admin");
  const address = "/espace/reglages/adresse";
  await admin.send(address, { ...(await admin.form(address, "adresse")), adresse: portal });
  const screen = "/espace/reglages/fediverse";
  require((await fetch(`${portal}/fediverse/agenda`)).status === 404, "while it is off there is no actor");
  await admin.send(screen, { ...(await admin.form(screen, "suivi")), suivi: "oui" });
}

async function follow(context) {
  const host = new URL(portal).host;
  const finger = await (await fetch(`${portal}/.well-known/webfinger?resource=acct:agenda@${host}`)).json();
  const id = finger.links.find((link) => link.rel === "self").href;
  const agenda = await context.lookupObject(id);
  require(agenda?.preferredUsername === "agenda", `WebFinger leads to the actor ${id}, which Fedify reads`);
  const info = await (await fetch((await (await fetch(`${portal}/.well-known/nodeinfo`)).json()).links[0].href)).json();
  require(info.software.name === "bocage" && info.version === "2.1", "NodeInfo 2.1 tells the software");
  await context.sendActivity(
    { identifier: "camille" },
    agenda,
    new Follow({ id: new URL(`${base}/follows/1`), actor: context.getActorUri("camille"), object: agenda.id }),
    { immediate: true },
  );
  await until("the follow is accepted, signed", () => came.find((one) => one.kind === "Accept"));
  return agenda;
}

async function told(kind, words) {
  return until(`${kind} came, and Fedify verified it: ${words}`, () =>
    came.find((one) => one.kind === kind && JSON.stringify(one.json).includes(words)));
}

async function exchange(context) {
  await open();
  const agenda = await follow(context);
  const salariee = await new Visitor().signIn("salariee");
  await salariee.write("/espace/evenements/nouveau", event, "publier");
  const created = await told("Create", "Bal de la fédération");
  const object = await created.activity.getObject();
  const screen = `/espace/evenements/${object.id.pathname.split("/").at(-1)}`;
  require(object instanceof Event && object.startTime != null && object.endTime != null, "it is an Event with start and end");
  const place = await object.getLocation();
  require(place?.name?.toString() === "La Grange", "and with its place");
  await salariee.write(screen, { ...event, titre: "Bal reporté", statut: "reporte" }, "publier");
  await told("Update", "Bal reporté");
  const { _csrf, revision } = await salariee.form(screen, "titre");
  await salariee.send(`${screen}/ranger`, { _csrf, revision, action: "archiver" });
  await told("Delete", object.id.href);
  const gone = await fetch(object.id, { headers: { Accept: "application/activity+json" } });
  require(gone.status === 410, "the object is gone");
  return agenda;
}

// what is forged: signed by a key that is not that of the actor, and changed on its way
async function forge(agenda) {
  const stranger = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const body = JSON.stringify({
    "@context": "https://www.w3.org/ns/activitystreams", id: `${base}/forged`, type: "Undo", actor: `${base}/users/camille`,
    object: { type: "Follow", actor: `${base}/users/camille`, object: agenda.id.href },
  });
  const date = new Date().toUTCString();
  const digest = "SHA-256=" + Buffer.from(await crypto.subtle.digest("SHA-256", Buffer.from(body))).toString("base64");
  const inbox = new URL(agenda.inboxId);
  const covered = `(request-target): post ${inbox.pathname}\nhost: ${inbox.host}\ndate: ${date}\ndigest: ${digest}`;
  const signature = createSign("RSA-SHA256").update(covered).sign(stranger.privateKey, "base64");
  const headers = {
    "Content-Type": "application/activity+json", Date: date, Digest: digest,
    Signature: `keyId="${base}/users/camille#main-key",headers="(request-target) host date digest",signature="${signature}"`,
  };
  const forged = await fetch(inbox, { method: "POST", headers, body });
  require(forged.status === 401, "a delivery signed with another key is refused");
  const changed = await fetch(inbox, { method: "POST", headers, body: body.replace("Undo", "Undo ") });
  require(changed.status === 401, "one whose body was changed is refused");
  const unsigned = await fetch(inbox, { method: "POST", headers: { "Content-Type": "application/activity+json" }, body });
  require(unsigned.status === 401, "one without a signature is refused");
  const followers = await (await fetch(`${agenda.id.href}/followers`)).json();
  require(followers.totalItems === 1, "and the peer still follows");
}

async function leave(context, agenda) {
  const follow = new Follow({ id: new URL(`${base}/follows/1`), actor: context.getActorUri("camille"), object: agenda.id });
  await context.sendActivity(
    { identifier: "camille" },
    agenda,
    new Undo({ id: new URL(`${base}/follows/1#undo`), actor: context.getActorUri("camille"), object: follow }),
    { immediate: true },
  );
  await until("the end of following is taken", async () =>
    (await (await fetch(`${agenda.id.href}/followers`)).json()).totalItems === 0);
}

try {
  const context = federation.createContext(new URL(base), undefined);
  const agenda = await exchange(context);
  await forge(agenda);
  await leave(context, agenda);
  console.log("The peer and the portal understand each other.");
  process.exit(0);
} catch (problem) {
  console.error(problem);
  process.exit(1);
}
