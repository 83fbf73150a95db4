[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/icones.ftl" as icones]

[#-- Doors to choose from, of a component of doors. A door that leads nowhere is left out. --]
[#assign drawings = ["accompagne", "territoire", "decouvrir"]]
[#macro doors of]
[#local doors = host.entries(of, "portes")]
<nav class="doors-home" aria-labelledby="portes">
  <h2 class="hidden" id="portes">${of.titre!i18n["portail.portes"]}</h2>
  <ul>
    [#list doors as door]
    [#local target = host.byId(door.page!"", "website") drawing = drawings?seq_contains(door.dessin!"")?then(door.dessin!"", drawings[door?index % 3])]
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
[/#macro]

[#-- The doors of the home page, for who does not know under which word to look. home: that page. --]
[#macro ofHome home]
  [#list host.entries(home, "portes") as one]
    [#if one.portes??][@doors one /][#break][/#if]
  [/#list]
[/#macro]

[#-- The rubriques, each in its colour. entries: of the menu. --]
[#macro rubriques entries]
<ul class="doors">
  <li><a href="${ctx.contextPath}/">[@icones.icon "accueil" /] ${i18n["portail.accueil"]}</a></li>
  [#list entries as entry]<li class="rubrique-${entry.name}"><a href="${entry.href}">[@icones.icon entry.name /] ${entry.label}</a></li>
  [/#list]
</ul>
[/#macro]
