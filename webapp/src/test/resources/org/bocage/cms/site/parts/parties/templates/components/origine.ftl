<p class="origine">${cmsfn.isInherited(content)?then("reçue", "propre")}</p>
