[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/icones.ftl" as icones]
[#-- Doors to choose from, the first thing one sees. A door that leads nowhere is left out. --]
[#assign drawings = ["accompagne", "territoire", "decouvrir"]]
[#assign doors = (content.portes?? && content.portes?is_hash)?then(cmsfn.children(content.portes), [])]
<nav class="doors-home" aria-labelledby="portes">
  <h2 class="hidden" id="portes">${content.titre!i18n["portail.portes"]}</h2>
  <ul>
    [#list doors as door]
    [#assign target = host.byId(door.page!"", "website") drawing = drawings?seq_contains(door.dessin!"")?then(door.dessin!"", drawings[door?index % 3])]
    [#if target?has_content]
    <li><a class="door-home door-${drawing}[#if host.isTrue(door.petite!false)] door-small[/#if]" href="${host.link(target)}">
      <img src="${host.resource("/portail/webresources/images/porte-" + drawing + ".svg")}" alt="" width="480" height="300" decoding="async">
      <span class="door-words"><strong>${door.titre!target.title!target.@name}</strong>[#if door.texte?has_content] <span>${door.texte}</span>[/#if]</span>
      [@icones.icon "suite" /]
    </a></li>
    [/#if]
    [/#list]
  </ul>
</nav>
