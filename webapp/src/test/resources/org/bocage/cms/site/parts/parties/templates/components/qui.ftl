<p class="qui">${ctx.user.identifier}</p>
