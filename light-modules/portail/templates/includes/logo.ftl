<svg class="logo-mark" viewBox="0 0 64 64" width="48" height="48" aria-hidden="true" focusable="false">
  <path class="c-meadow" d="M8 13q0-6 7-7l10-1q5 0 5 6v13q0 6-6 6l-11 1q-6 0-6-6z"/>
  <path class="c-sun" d="M35 11q0-6 6-6l11 1q6 1 6 7v7q0 6-6 7l-11 2q-6 0-6-6z"/>
  <path class="c-poppy" d="M6 42q0-6 6-6l13-1q5 0 5 6v11q0 6-6 6l-11-1q-7-1-7-7z"/>
  <path class="c-wisteria" d="M35 39q0-5 6-6l11-2q6 0 6 6v13q0 7-6 7l-12 2q-5 0-5-6z"/>
  <path class="c-line" d="M13 25q6-6 12-2M40 12l12 2M40 18l12 1M13 45h10M13 51h10M44 41q6 3 0 10"/>
</svg>
