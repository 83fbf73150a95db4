<svg class="bocage" viewBox="0 0 1200 400" aria-hidden="true" focusable="false"></svg>
