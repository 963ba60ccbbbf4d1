/**
 * What real pages have that could be mistaken for the chat, or lies over it: whoever touches any of it is written down
 * in `window.touched`.
 */
export const decoys = `
<style>
  body { margin: 0; font: 16px sans-serif; }
  #cookies { position: fixed; bottom: 0; left: 0; right: 0; height: 90px; background: #eee; z-index: 90 }
  #whatsapp, #to-top { position: fixed; bottom: 16px; left: 16px; width: 56px; height: 56px; border-radius: 50%; background: #2a4 }
  #to-top { left: 90px; background: #888 }
</style>
<nav data-decoy="menu"><button aria-label="Open menu">☰</button><a href="#help">Help</a></nav>
<form data-decoy="search" role="search" action="/decoy"><input type="search" name="q" placeholder="Ask or search"><button>Search</button></form>
<p>It is <span id="clock"></span>, and <span id="visitors">3</span> people are looking at this boat.</p>
<form data-decoy="newsletter" class="newsletter" action="/decoy">
  <input name="email" placeholder="Write your email"><button>Subscribe</button></form>
<form data-decoy="contact" class="w-form" action="/decoy"><label>Name <input name="name"></label>
  <label>Email <input type="email" name="email"></label>
  <label>Message <textarea name="message" placeholder="Type your message"></textarea></label><button>Send</button></form>
<a data-decoy="whatsapp" id="whatsapp" href="https://wa.me/0" aria-label="Chat on WhatsApp">W</a>
<button data-decoy="to top" id="to-top" aria-label="Scroll to top">↑</button>
<div data-decoy="cookies" id="cookies" class="cookie-banner">We use cookies. <button>Accept all</button> <button>Reject</button></div>
<script>
  window.touched = [];
  for (const kind of ['click', 'input', 'submit'])
    for (const decoy of document.querySelectorAll('[data-decoy]'))
      decoy.addEventListener(kind, (event) => { event.preventDefault(); window.touched.push(decoy.dataset.decoy + ': ' + kind); }, true);
  setInterval(() => {
    document.getElementById('clock').textContent = new Date().toLocaleTimeString();
    document.getElementById('visitors').textContent = String(2 + Math.floor(Math.random() * 7));
  }, 400);
</script>`;
