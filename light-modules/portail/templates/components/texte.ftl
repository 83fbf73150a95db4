[#import "/portail/templates/includes/host.ftl" as host]
[#if content.titre?has_content]<h2>${content.titre}</h2>[/#if]
[#-- Rich text is sanitised when it is saved, and decoded only here. --]
<div class="rich">${host.rich(content, "texte")}</div>
