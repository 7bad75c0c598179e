// form[data-photo]: pictures are made smaller before they travel, at most 1600 px, and lose where and when they were taken.

const Most = 1600;

async function smaller(file) {
  if (!/^image\/(jpeg|png|webp)$/.test(file.type)) return file;
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, Most / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(bitmap.width * scale);
    canvas.height = Math.round(bitmap.height * scale);
    const brush = canvas.getContext('2d');
    brush.fillStyle = '#fff';
    brush.fillRect(0, 0, canvas.width, canvas.height);
    brush.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    const blob = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.82));
    return blob ? new File([blob], `${file.name.replace(/\.[^.]*$/, '')}.jpg`, { type: 'image/jpeg' }) : file;
  } catch {
    return file; // unreadable here: the server decides
  }
}

for (const form of document.querySelectorAll('form[data-photo]')) {
  for (const input of form.querySelectorAll('input[type="file"]')) {
    input.addEventListener('change', async () => {
      if (form.dataset.shrinking || input.files.length === 0) return;
      form.dataset.shrinking = '1';
      const buttons = [...form.querySelectorAll('button')];
      buttons.forEach((b) => { b.disabled = true; });
      const files = new DataTransfer();
      for (const file of input.files) files.items.add(await smaller(file));
      input.files = files.files;
      buttons.forEach((b) => { b.disabled = false; });
      delete form.dataset.shrinking;
    });
  }
}
