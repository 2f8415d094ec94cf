// The tokens that this phone has been given, newest first: one for each code it scanned.

export async function readDevices(t) {
  const kept = await t.get("meta", "devices");
  return kept ? kept.list : [];
}

// The one whose tables and notes are shown.
export const currentOf = (devices) => devices[0] || null;

// A living one that may write of this table of this café.
export function deviceFor(devices, event, table) {
  return (
    devices.find((d) => !d.isDead && d.event === event && d.tables.includes(table)) || null
  );
}

export function addDevice(store, device) {
  return store.write(async (t) => {
    const others = (await readDevices(t)).filter((each) => each.token !== device.token);
    await t.put("meta", { key: "devices", list: [device, ...others].slice(0, 20) });
    await t.drop("meta", "joining");
    const before = others[0];
    if (!before || before.event !== device.event) await t.drop("meta", "moment");
  });
}

// Nobody knows this token any more. All notes stay, and go with the next one.
export function setAside(store, token) {
  return store.write(async (t) => {
    const list = (await readDevices(t)).map((each) =>
      each.token === token ? { ...each, isDead: true } : each,
    );
    await t.put("meta", { key: "devices", list });
    const again = await t.get("meta", "again");
    const dead = list.find((each) => each.token === token);
    if (!again || !dead || dead.code !== again.code) return;
    await t.drop("meta", "again"); // it was scanned anew, and is to bring another token then
    await t.put("meta", { key: "joining", code: again.code });
  });
}

// A code that this phone came in by already brings its device back instead of another one.
export function useAgain(store, code) {
  return store.write(async (t) => {
    const list = await readDevices(t);
    const known = list.find((each) => each.code === code && !each.isDead);
    if (!known) return false;
    const others = list.filter((each) => each !== known);
    await t.put("meta", { key: "devices", list: [known, ...others] });
    await t.put("meta", { key: "again", code });
    await t.drop("meta", "joining");
    return true;
  });
}
