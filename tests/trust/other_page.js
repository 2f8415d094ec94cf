// What a page elsewhere tries, all at once: every way in which a browser asks for anything.
async ({ targets, token, wish }) => {
  const read = [], tried = [], all = [];
  const over = new Promise((end) => setTimeout(end, 5000));
  const run = async (name, act) => {
    try {
      const got = await Promise.race([act(), over]);
      if (got) read.push([name, got]);
    } catch (_refused) { /* as it should be */ }
  };
  const attempt = (name, act) => { tried.push(name); all.push(run(name, act)); };
  const text = async (answer) =>
    answer.type === "opaque" ? "" : `${answer.status} ` + (await answer.text());
  for (const target of targets) {
    const { url, method } = target;
    const sent = { Authorization: `Bearer ${token}`, "X-Wcafe": "1" };
    sent["Content-Type"] = "application/json";
    const body = method === "GET" ? undefined : JSON.stringify(wish);
    attempt(`fetch ${url}`, async () => text(await fetch(url, { method, body })));
    attempt(`fetch with headers ${url}`, async () =>
      text(await fetch(url, { method, body, headers: sent })));
    attempt(`fetch with credentials ${url}`, async () =>
      text(await fetch(url, { method, body, headers: sent, credentials: "include" })));
    attempt(`no-cors ${url}`, async () =>
      text(await fetch(url, { method: method === "PUT" ? "POST" : method, body, mode: "no-cors" })));
    attempt(`beacon ${url}`, async () => {
      navigator.sendBeacon(url, new Blob([JSON.stringify(wish)], { type: "text/plain" }));
    });
    attempt(`XHR ${url}`, () => new Promise((end, fail) => {
      const asked = new XMLHttpRequest();
      asked.open(method, url);
      for (const name in sent) asked.setRequestHeader(name, sent[name]);
      asked.onload = () => end(asked.responseText);
      asked.onerror = fail;
      asked.send(body);
    }));
    attempt(`form ${url}`, () => new Promise((end) => {
      const frame = document.body.appendChild(document.createElement("iframe"));
      frame.name = `f${Math.random()}`;
      const form = document.body.appendChild(document.createElement("form"));
      Object.assign(form, { action: url, method: "POST", enctype: "text/plain", target: frame.name });
      const field = form.appendChild(document.createElement("input"));
      Object.assign(field, { name: JSON.stringify(wish), value: "" });
      frame.onload = () => end("");
      form.submit();
    }));
    for (const kind of ["iframe", "img", "script", "embed", "object"]) {
      attempt(`${kind} ${url}`, () => new Promise((end) => {
        const part = document.body.appendChild(document.createElement(kind));
        part.onload = () => {
          let seen = part.naturalWidth ? "a picture" : "";
          try { seen = seen || part.contentDocument.body.textContent; } catch (_other) { /* not ours */ }
          end(kind === "script" ? "a script" : seen);
        };
        part.onerror = () => end("");
        part[kind === "object" ? "data" : "src"] = url;
      }));
    }
    attempt(`EventSource ${url}`, () => new Promise((end) => {
      const stream = new EventSource(url);
      stream.onmessage = (event) => end(event.data);
      stream.onerror = () => { stream.close(); end(""); };
    }));
    attempt(`WebSocket ${url}`, () => new Promise((end) => {
      const socket = new WebSocket(url.replace("http:", "ws:"));
      socket.onopen = () => end("open");
      socket.onerror = () => end("");
    }));
  }
  await Promise.all(all);
  return { tried, read };
}
