<p class="parametre">${ctx.q!"rien"}</p>
