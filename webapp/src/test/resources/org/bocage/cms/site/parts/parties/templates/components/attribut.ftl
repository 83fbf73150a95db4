<p class="attribut">${ctx.teinte!"sans"}</p>
