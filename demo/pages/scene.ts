/** The drawing at the top of the home page: drawn here, so that nothing has to be loaded for it. */
export const scene = `<svg class="hl-scene" viewBox="0 0 720 520" aria-hidden="true" focusable="false">
<defs>
<linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#f9d9b0"/><stop offset="1" stop-color="#f7efe0"/></linearGradient>
<linearGradient id="sea" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#2f7f8c"/><stop offset="1" stop-color="#0f3b4c"/></linearGradient>
</defs>
<rect width="720" height="520" rx="28" fill="url(#sky)"/>
<circle cx="540" cy="176" r="62" fill="#f2a25c"/>
<path d="M0 330h720v162a28 28 0 0 1-28 28H28a28 28 0 0 1-28-28z" fill="url(#sea)"/>
<path d="M48 330v-92h26v-34h20v34h30v-22h34v114zM176 330v-64h38v64zM622 330v-54h26v-30h14v30h34v54z" fill="#b9c9c3"/>
<path d="M540 344h84l-12 10h-60zM520 366h124l-14 12h-96zM548 392h68l-10 10h-48z" fill="#f2a25c" opacity=".55"/>
<g>
<path d="M352 74v272" stroke="#5b3a29" stroke-width="9" stroke-linecap="round"/>
<path d="M364 92c86 62 122 138 128 222H364z" fill="#fffaf2"/>
<path d="M340 118c-62 58-96 124-104 196h104z" fill="#c8452f"/>
<path d="M206 346h330c-16 46-46 68-88 68H304c-46 0-80-24-98-68z" fill="#7b3b2a"/>
<path d="M206 346h330l-6 16H212z" fill="#fffaf2"/>
</g>
<path d="M0 428c60-22 120-22 180 0s120 22 180 0 120-22 180 0 120 22 180 0v64a28 28 0 0 1-28 28H28a28 28 0 0 1-28-28z" fill="#14506180"/>
<path d="M0 464c60-18 120-18 180 0s120 18 180 0 120-18 180 0 120 18 180 0v28a28 28 0 0 1-28 28H28a28 28 0 0 1-28-28z" fill="#0f3b4c"/>
<path d="M96 120q14-14 28 0q14-14 28 0M176 84q11-11 22 0q11-11 22 0" fill="none" stroke="#23485a" stroke-width="4" stroke-linecap="round"/>
</svg>`;

/** A small mark: a sail over a wave. */
export const mark = `<svg class="hl-mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false"><rect width="32" height="32" rx="8" fill="#0f3b4c"/><path d="M17 5c6 5 8 10 8 15h-8z" fill="#fffaf2"/><path d="M15 8c-5 4-7 8-7.500 12H15z" fill="#f2805c"/><path d="M5 24c4-3 7-3 11 0s7 3 11 0" fill="none" stroke="#fffaf2" stroke-width="2.400" stroke-linecap="round"/></svg>`;
