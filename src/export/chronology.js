(function () {
  'use strict';
  const root = document.documentElement;
  const entries = Array.from(document.querySelectorAll('.events > li'));
  const years = Array.from(document.querySelectorAll('main > section.year'));
  const form = document.getElementById('filter');
  const words = form.querySelector('input[type=search]');
  const boxes = Array.from(form.querySelectorAll('input[type=checkbox]'));
  const count = form.querySelector('output');
  const picture = document.getElementById('picture');
  const svg = picture.querySelector('svg');

  root.classList.add('script');
  form.hidden = false;
  document.querySelector('.tools').hidden = false;

  function show() {
    const wanted = boxes.filter(box => box.checked).map(box => box.value);
    const asked = words.value.trim().toLocaleLowerCase();
    const shown = new Set();
    for (const entry of entries) {
      const topics = entry.dataset.topics.split(' ');
      const fits = (wanted.length === 0 || wanted.some(topic => topics.includes(topic))) &&
        (asked === '' || entry.textContent.toLocaleLowerCase().includes(asked));
      entry.hidden = !fits;
      if (fits)
        shown.add(entry.id.slice('entry-'.length));
    }
    for (const year of years)
      year.hidden = !year.querySelector('li:not([hidden])');
    for (const mark of svg.querySelectorAll('g[id^="event-"]'))
      mark.classList.toggle('off', !shown.has(mark.id.slice('event-'.length)));
    count.textContent = count.dataset.words.replace('{n}', shown.size).replace('{all}', entries.length);
  }
  form.addEventListener('input', show);
  form.addEventListener('submit', event => event.preventDefault());
  show();

  /* The view has the shape of the box it is seen in; it starts as wide as the picture, at its top. */
  const whole = svg.viewBox.baseVal;
  const start = { x: whole.x, y: whole.y, width: whole.width, height: whole.height };
  const view = { x: start.x, y: start.y, width: start.width };

  function shape() {
    return picture.clientHeight / picture.clientWidth;
  }
  function widest() {
    return Math.max(start.width, start.height / shape());
  }
  function place(at, length, first, room) {
    return length >= room ? first - (length - room) / 2 : Math.min(first + room - length, Math.max(first, at));
  }
  function look() {
    view.width = Math.min(widest(), Math.max(start.width / 64, view.width));
    const height = view.width * shape();
    view.x = place(view.x, view.width, start.x, start.width);
    view.y = height >= start.height ? start.y : place(view.y, height, start.y, start.height);
    svg.setAttribute('viewBox', [view.x, view.y, view.width, height].join(' '));
  }
  function scale() {
    return view.width / picture.clientWidth;
  }
  function zoom(factor, x, y) {
    const width = Math.min(widest(), Math.max(start.width / 64, view.width * factor));
    view.x += (view.width - width) * x;
    view.y += (view.width - width) * shape() * y;
    view.width = width;
    look();
  }
  picture.style.height = 'min(80vh, ' + 100 * start.height / start.width + 'vw)';
  window.addEventListener('resize', look);
  look();
  /* Who scrolls down the page is not held by the picture. */
  picture.addEventListener('wheel', event => {
    if (event.deltaY > 0 && !event.ctrlKey && view.width >= start.width)
      return;
    const box = picture.getBoundingClientRect();
    event.preventDefault();
    zoom(Math.exp(event.deltaY * 0.0015), (event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
  }, { passive: false });

  const pointers = new Map();
  let moved = false;
  picture.addEventListener('pointerdown', event => {
    pointers.set(event.pointerId, event);
    moved = false;
  });
  picture.addEventListener('pointermove', event => {
    const last = pointers.get(event.pointerId);
    if (!last)
      return;
    if (pointers.size === 2) {
      const other = Array.from(pointers.values()).find(pointer => pointer.pointerId !== event.pointerId);
      const before = Math.hypot(last.clientX - other.clientX, last.clientY - other.clientY);
      const after = Math.hypot(event.clientX - other.clientX, event.clientY - other.clientY);
      if (before > 0 && after > 0)
        zoom(before / after, 0.5, 0.5);
    } else {
      const dx = event.clientX - last.clientX;
      const dy = event.clientY - last.clientY;
      if (!moved && Math.hypot(dx, dy) < 4)
        return;
      view.x -= dx * scale();
      view.y -= dy * scale();
      look();
    }
    moved = true;
    pointers.set(event.pointerId, event);
  });
  for (const type of ['pointerup', 'pointercancel', 'pointerleave'])
    picture.addEventListener(type, event => pointers.delete(event.pointerId));
  /* A drag that ends on an event does not lead away. */
  picture.addEventListener('click', event => {
    if (moved) {
      event.preventDefault();
      event.stopPropagation();
    }
  }, true);
  const actions = {
    closer: () => zoom(1 / 1.5, 0.5, 0.5),
    farther: () => zoom(1.5, 0.5, 0.5),
    whole: () => { view.width = widest(); look(); },
  };
  for (const button of document.querySelectorAll('.tools button'))
    button.addEventListener('click', actions[button.name]);
})();
