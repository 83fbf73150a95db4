[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/blocs.ftl" as blocs]
[#-- Who is seen is decided elsewhere; what follows from it is told here by itself. --]
[#assign gains = host.entries(content, "avantages") + host.lines("visibilite")]
[@blocs.heading content gains?has_content /]
[#if gains?has_content]
<ul class="gains">
  [#list gains as one]
  <li class="gain">
    <h3>${one.titre!}</h3>
    <p class="gain-before"><strong>${i18n["adhesion.avant"]}</strong> <span>${one.avant!}</span></p>
    <p class="gain-after"><strong>${i18n["adhesion.apres"]}</strong> <span>${one.apres!}</span></p>
  </li>
  [/#list]
</ul>
[/#if]
