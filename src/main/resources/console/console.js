"use strict";

// The page is rendered by the server. This script keeps it up to date by server-sent events, and sends what a person does
// to the control API. All addresses are relative to the page, so that it works for every space.

const outcome = document.getElementById("outcome");
const connection = document.getElementById("connection");

// The token, if the server wants one. A browser asks for the page without it and gets one with nothing in it.

const TOKEN = "dmock.control.token";
const unlock = document.getElementById("unlock");

async function ask(method, path, body) {
    const headers = body === undefined ? {} : {"Content-Type": "application/json"};
    const token = sessionStorage.getItem(TOKEN);
    if (token) {
        headers.Authorization = `Bearer ${token}`;
    }
    const answer = await fetch(path, {
        method, headers, body: body === undefined ? undefined : JSON.stringify(body), cache: "no-store",
    });
    if (answer.status === 401) {
        unlock.hidden = false;
    }
    return answer;
}

unlock.addEventListener("submit", event => {
    event.preventDefault();
    sessionStorage.setItem(TOKEN, new FormData(unlock).get("token"));
    location.reload();
});

function isLocked() {
    return document.body.classList.contains("locked");
}

// Actions

async function call(method, path, body) {
    outcome.className = "outcome";
    try {
        const answer = await ask(method, path, body);
        if (answer.ok) {
            say("Done.", "good");
            return true;
        }
        const text = await answer.text();
        say(`Refused: ${reason(text) || answer.status}`, "bad");
    } catch (failure) {
        say(`The server does not answer: ${failure.message}`, "bad");
    }
    return false;
}

function reason(text) {
    try {
        const wrong = JSON.parse(text);
        return wrong.path ? `${wrong.path}: ${wrong.error}` : wrong.error;
    } catch {
        return text.slice(0, 200);
    }
}

function say(text, look) {
    outcome.textContent = text;
    outcome.className = `outcome ${look}`;
}

const forms = {
    "clock": data => call("POST", "clock", {advance: data.get("advance").trim()}),
    "clock-step": (data, button) => call("POST", "clock", {advance: button.value}),
    "settings": data => call("PATCH", "world", {api: data.get("api"), pace: data.get("pace")}),
    "sql": data => call("PATCH", "world", {
        sql: {address: data.get("address").trim(), statements: statements(data.get("statements"))},
    }),
    "fault": data => call("POST", "faults", fault(data)),
};

function statements(text) {
    return text.split(/;[ \t]*(?:\r?\n|$)/).map(statement => statement.trim()).filter(statement => statement !== "");
}

/** What was filled in; the rest is left to the fault's standards. */
function fault(data) {
    const body = {};
    const fields = document.querySelector("#arm fieldset:not([hidden])");
    for (const [name, value] of data) {
        const text = value.trim();
        if (text === "") {
            continue;
        }
        if (name.startsWith("on.")) {
            body.on = {...body.on, [name.slice("on.".length)]: text};
        } else {
            body[name] = typed(text, fields.querySelector(`[name="${name}"]`)?.dataset.type);
        }
    }
    return body;
}

function typed(text, type) {
    if (type === "integer" && /^\d+$/.test(text)) {
        return Number(text);
    }
    return type === "truth" && /^(true|false)$/.test(text) ? text === "true" : text;
}

document.addEventListener("submit", event => {
    const send = forms[event.target.dataset.send];
    if (send) {
        event.preventDefault();
        send(new FormData(event.target), event.submitter);
    }
});

document.addEventListener("click", event => {
    const button = event.target.closest("button[data-do]");
    if (button?.dataset.do === "clock") {
        call("POST", "clock", JSON.parse(button.dataset.body));
    } else if (button?.dataset.do === "world") {
        call("PATCH", "world", {[button.dataset.field]: button.dataset.value});
    } else if (button?.dataset.do === "disarm") {
        call("DELETE", `faults/${encodeURIComponent(button.dataset.value)}`);
    }
});

document.getElementById("open-space").addEventListener("submit", event => {
    event.preventDefault();
    const name = new FormData(event.target).get("name");
    location.href = name === "default" ? "/_dmock/console" : `/_dmock/spaces/${encodeURIComponent(name)}/_dmock/console`;
});

document.getElementById("fault").addEventListener("change", event => {
    for (const fields of document.querySelectorAll("#arm fieldset")) {
        fields.hidden = fields.disabled = fields.dataset.fault !== event.target.value;
    }
});

const resetDialog = document.getElementById("reset-dialog");
document.getElementById("reset").addEventListener("click", () => resetDialog.showModal());
resetDialog.addEventListener("close", () => {
    if (resetDialog.returnValue === "reset") {
        call("POST", "reset");
    }
    resetDialog.returnValue = "";
});

// What the server says

/** Makes one element like another and leaves alone what is alike: the focus, what is selected, what was opened. */
function morph(here, there) {
    for (const {name, value} of [...there.attributes]) {
        if (here.getAttribute(name) !== value) {
            here.setAttribute(name, value);
        }
    }
    for (const {name} of [...here.attributes]) {
        if (name !== "open" && !there.hasAttribute(name)) {
            here.removeAttribute(name);
        }
    }
    let next = here.firstChild;
    for (const child of [...there.childNodes]) {
        const same = next && partner(next, child, here);
        if (!same) {
            here.insertBefore(child, next);
            continue;
        }
        if (same === next) {
            next = next.nextSibling;
        } else {
            here.insertBefore(same, next);
        }
        if (same.nodeType === Node.ELEMENT_NODE) {
            morph(same, child);
        } else if (same.data !== child.data) {
            same.data = child.data;
        }
    }
    while (next) {
        const gone = next;
        next = next.nextSibling;
        gone.remove();
    }
}

/** The node that stands for another one: by its id if that has one, else the next one if it is of the same kind. */
function partner(next, child, parent) {
    if (child.id) {
        const known = document.getElementById(child.id);
        return known?.parentNode === parent ? known : null;
    }
    return next.nodeName === child.nodeName && !next.id ? next : null;
}

function announced() {
    const texts = new Map();
    for (const element of document.querySelectorAll("#live [data-announce]")) {
        texts.set(element.dataset.announce, element.textContent);
    }
    return texts;
}

function show(html) {
    const before = announced();
    const page = new DOMParser().parseFromString(html, "text/html");
    morph(document.getElementById("live"), page.getElementById("live"));
    const changes = [...announced()].filter(([what, text]) => before.has(what) && before.get(what) !== text);
    if (changes.length > 0) {
        say(changes.slice(0, 3).map(([what, text]) => `${what} ${text}`).join(". "), "news");
    }
    setClock();
}

/** Hears the server until it ends the stream, and then tries again, unless it wants a token first. */
async function listen() {
    try {
        const stream = await ask("GET", "console/stream");
        if (stream.status === 401) {
            connected("Not live: the token is missing", "bad");
            if (sessionStorage.getItem(TOKEN)) {
                say(`Refused: ${reason(await stream.text())}`, "bad");
            }
            return;
        }
        if (stream.status !== 200) {
            connected("Not live: the space is gone or too many watch", "bad");
            setTimeout(listen, 15000);
            return;
        }
        if (isLocked()) {
            await fillIn();
        }
        connected("Live", "good");
        await hear(stream.body);
    } catch (failure) {
        console.warn(failure);
    }
    connected("Connecting …", "warn");
    setTimeout(listen, 1000);
}

/** Server-sent events; an EventSource would not send the token. */
async function hear(body) {
    const reader = body.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
        const events = (text + piece.value).split("\n\n");
        text = events.pop();
        for (const lines of events.map(event => event.split("\n"))) {
            if (lines.includes("event: live")) {
                show(lines.filter(line => line.startsWith("data: ")).map(line => line.slice("data: ".length)).join("\n"));
            }
        }
    }
}

/** The page as the server shows it to those with the token. */
async function fillIn() {
    const answer = await ask("GET", location.href);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    morph(document.body, page.body);
    setClock();
}

function connected(text, look) {
    if (connection.textContent !== text) {
        connection.textContent = text;
    }
    connection.className = `connection ${look}`;
}

// The clock goes on between two events.

let ahead = 0;

function setClock() {
    ahead = Number(document.querySelector("#now time").dataset.millis) - Date.now();
}

function tick() {
    const time = document.querySelector("#now time");
    if (time?.dataset.running === "true") {
        time.textContent = new Date(Date.now() + ahead).toISOString().slice(0, 19).replace("T", " ");
    }
}

if (!isLocked()) {
    setClock();
}
setInterval(tick, 1000);
listen();
