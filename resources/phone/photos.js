// The photos this phone took of the tablecloth, below the button: the newest, and older ones folded.

import { addPhoto } from "./beside_notes.js";
import { SAYS, lineOf } from "./cards.js";
import { button, find, make, setText, show, showList, timeOf } from "./dom.js";
import { reduce } from "./photo.js";
import { HELD, KEPT, NEEDS, SAVED } from "./shown.js";
import { count, say } from "./words.js";

const IN_SIGHT = 2; // photos; those that need somebody always are
const WORST_FIRST = [NEEDS, HELD, KEPT, SAVED];

export class Photos {
  // `place()` tells where a photo is taken. `on` is told: added(), retry(photo).
  constructor(store, { place, on }) {
    Object.assign(this, { store, place, on });
    this.shown = [];
    this.added = []; // the photos of which is told what becomes of them, by name
    find("photo").addEventListener("click", () => find("camera").click());
    find("camera").addEventListener("change", (event) => this.take(event.target));
  }

  async take(camera) {
    const files = [...camera.files];
    camera.value = "";
    const place = this.place();
    const added = [];
    for (const file of files) {
      try {
        added.push(await addPhoto(this.store, { ...place, ...(await reduce(file)) }));
        setText(find("photo-told"), "");
      } catch (failure) {
        const isFull = failure instanceof DOMException;
        const full = say("This phone has no room for the photo.");
        const bad = say("This picture cannot be read. Take it with the camera as JPEG.");
        setText(find("photo-told"), isFull ? full : bad);
      }
    }
    const saved = this.shown.filter((photo) => photo.state === SAVED).map((photo) => photo.id);
    this.added = [...this.added.filter((id) => !saved.includes(id)), ...added];
    await this.on.added();
    const [newest] = find("photos").children;
    if (newest && added.length) newest.scrollIntoView({ block: "nearest" });
  }

  show(photos) {
    this.shown = photos;
    const isInSight = (photo, place) => place < IN_SIGHT || photo.state === NEEDS;
    const older = photos.filter((photo, place) => !isInSight(photo, place));
    this.showIn(find("photos"), photos.filter(isInSight));
    this.showIn(find("older-photos"), older);
    show(find("older"), older.length > 0);
    setText(find("older-told"), count(older.length, "{number} more photo", "{number} more photos"));
  }

  showIn(list, photos) {
    showList(list, photos, {
      key: (photo) => photo.id,
      mark: (photo) => [photo.state, photo.why],
      draw: (photo) => this.draw(photo),
    });
  }

  draw(photo) {
    const round = say("Round {number}", { number: photo.round });
    const beside = make("div", {}, lineOf([say("Photo"), round, timeOf(photo.at)], photo));
    if (photo.state === NEEDS) {
      const told = photo.why || say("The computer cannot take this photo.");
      beside.append(make("p", { class: "why", text: told }));
      beside.append(make("div", { class: "acts" }, button(say("Try again"), () => this.on.retry(photo))));
    }
    return make("li", { class: "photo" }, thumbnailOf(photo), beside);
  }

  // What became of the photos added last, in words; nothing where none was.
  get news() {
    const added = this.shown.filter((photo) => this.added.includes(photo.id));
    if (!added.length) return "";
    const state = WORST_FIRST.find((each) => added.some((photo) => photo.state === each));
    return `${count(added.length, "{number} photo", "{number} photos")} · ${SAYS[state]()}`;
  }
}

function thumbnailOf({ thumbnail }) {
  const place = URL.createObjectURL(new Blob([thumbnail], { type: "image/jpeg" }));
  const forget = () => URL.revokeObjectURL(place);
  return make("img", { alt: "", src: place, on: { load: forget, error: forget } });
}
