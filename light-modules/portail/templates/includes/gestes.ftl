[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/icones.ftl" as icones]

[#--
  Deeds to do with an item, on its first screen: the items of a list that are nested, the same as the first ones of its contact
  box, which stands beside them where there is room; how to come; to pass it on, by the kit of the page.
  place: {"words": address, plain, "position": {"lat", "lon", "precision"}}, or nothing.
--]
[#macro row place={}]
<ul class="acts">
  [#nested]
  [#if place.words?has_content]<li class="acts-kept">[@come place /]</li>[/#if]
  <li class="acts-kept"><a class="button button-quiet" href="#passer">[@icones.icon "partager" /] ${i18n["portail.passer"]}</a></li>
</ul>
[/#macro]

[#-- A way to answer: {"href", "label", "icon", "external", "unseen"}, encoded; one that stands for no search engine is unseen. --]
[#macro way one quiet=false]
<li><a class="button[#if quiet] button-quiet[/#if]" href="${one.href}"[#if one.external!false] rel="external"[#elseif one.unseen!false] rel="nofollow"[/#if]>[#if one.icon?has_content][@icones.icon one.icon /] [/#if]${one.label}</a></li>
[/#macro]

[#-- Ways to a place, by the map that one likes: none of them is asked before it is chosen. --]
[#macro come place]
[#local position = place.position!{}]
[#local isPoint = (position.lat)?? && (position.lon)?? && (position.precision!"exacte") == "exacte"]
[#local point = isPoint?then(position.lat?c + "," + position.lon?c, "") words = place.words?url("UTF-8")]
[#local target = isPoint?then(point?url("UTF-8"), words)]
<details class="come">
  <summary class="button button-quiet">[@icones.icon "lieu" /] ${i18n["portail.venir"]}</summary>
  <div class="come-inside">
    <p>${host.text(place.words)}</p>
    <ul>
      <li class="come-phone"><a href="geo:${isPoint?then(point, "0,0")}?q=${isPoint?then(point?url("UTF-8") + "(" + words + ")", words)}">${i18n["portail.venir.telephone"]}</a></li>
      <li><a href="https://www.openstreetmap.org/directions?to=${target}" rel="external">OpenStreetMap</a></li>
      <li><a href="https://www.google.com/maps/dir/?api=1&amp;destination=${target}" rel="external">Google Maps</a></li>
      <li><a href="https://maps.apple.com/?daddr=${target}" rel="external">${i18n["portail.venir.apple"]}</a></li>
    </ul>
  </div>
</details>
[/#macro]

[#-- The address of an item in one line, plain: street, postal code and commune. --]
[#function addressOf street commune]
  [#local town = [host.plain(commune, "codePostal"), host.plain(commune, "titre")]?filter(part -> part?has_content)?join(" ")]
  [#return [street, town]?filter(part -> part?has_content)?join(", ")]
[/#function]
