[#import "/portail/templates/includes/host.ftl" as host]
[#if content.titre?has_content]<h2>${content.titre}</h2>[/#if]
[#if (content.avantages)?? && content.avantages?is_hash]
<ul class="gains">
  [#list host.entries(content, "avantages") as one]
  <li class="gain">
    <h3>${one.titre!}</h3>
    <p class="gain-before"><strong>${i18n["adhesion.avant"]}</strong> <span>${one.avant!}</span></p>
    <p class="gain-after"><strong>${i18n["adhesion.apres"]}</strong> <span>${one.apres!}</span></p>
  </li>
  [/#list]
  [#-- Who is seen is decided elsewhere; what follows from it is told here by itself. --]
  [#list host.lines("visibilite") as one]
  <li class="gain">
    <h3>${one.titre}</h3>
    <p class="gain-before"><strong>${i18n["adhesion.avant"]}</strong> <span>${one.avant}</span></p>
    <p class="gain-after"><strong>${i18n["adhesion.apres"]}</strong> <span>${one.apres}</span></p>
  </li>
  [/#list]
</ul>
[/#if]
