// A photo from the camera, drawn anew and smaller: what the camera wrote into it stays behind.

const LONGEST_SIDE = 2048; // pixels
const THUMBNAIL_SIDE = 200;
const QUALITY = 0.85;

// Returns the bytes of a JPEG, and those of a thumbnail, which stays on the phone. Raises where the
// browser cannot read the picture.
export async function reduce(file) {
  const picture = await open(file);
  return { bytes: await draw(picture, LONGEST_SIDE), thumbnail: await draw(picture, THUMBNAIL_SIDE) };
}

async function draw(picture, longest) {
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const brush = canvas.getContext("2d");
  brush.fillStyle = "#ffffff";
  brush.fillRect(0, 0, canvas.width, canvas.height);
  brush.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise((resolve, reject) => {
    canvas.toBlob((made) => (made ? resolve(made) : reject(new Error("no picture"))), "image/jpeg", QUALITY);
  });
  return new Response(blob).arrayBuffer();
}

function open(file) {
  return new Promise((resolve, reject) => {
    const place = URL.createObjectURL(file);
    const image = new Image(); // sets the picture upright by what the camera says
    image.onload = () => {
      URL.revokeObjectURL(place);
      resolve(image);
    };
    image.onerror = () => {
      URL.revokeObjectURL(place);
      reject(new Error("no picture"));
    };
    image.src = place;
  });
}
