[#import "/portail/templates/includes/host.ftl" as host]
[#-- The host alone knows what the portal does. --]
[#assign register = host.lines("registre")]
[#if register?has_content]
[#if content.titre?has_content]<h2>${content.titre}</h2>[/#if]
<div class="rich">
<table>
  <thead><tr>[#list ["quoi", "pourquoi", "qui", "duree"] as one]<th scope="col">${i18n["portail.registre." + one]}</th>[/#list]</tr></thead>
  <tbody>
    [#list register as one]<tr><td>${one.quoi}</td><td>${one.pourquoi}</td><td>${one.qui}</td><td>${one.duree}</td></tr>[/#list]
  </tbody>
</table>
</div>
[/#if]
