[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/contact.ftl" as contact]

[#-- People who said yes: each reader is given those they may see, and the ways they may use. --]

[#macro card person level=3]
[#local structure = host.byId(person.structure!"", "acteurs")]
[#local mail = way(person, "courriel") phone = way(person, "telephone")]
[#local letter = (person.roles![])?filter(role -> ["ca", "salarie"]?seq_contains(role))?has_content?then(contact.letterTo("personnes", person), "")]
<div class="person">
  [@portrait person /]
  <div>
    <h${level} class="person-name">${person.titre!person.@name}</h${level}>
    [#if person.fonction?has_content || structure?has_content]
    <p class="person-role">${person.fonction!}[#if person.fonction?has_content && structure?has_content], [/#if][#if structure?has_content]<a href="${host.link(structure)}">${structure.titre!structure.@name}</a>[/#if]</p>
    [/#if]
    [#if person.presentation?has_content]<p>${person.presentation}</p>[/#if]
    [#if mail?has_content || phone?has_content || letter?has_content]
    <ul class="ways">
      [@contact.way "telephone" phone true /]
      [#-- Who does something for all is written to by anybody; their address is seen by those they chose. --]
      [#if letter?has_content][@contact.write "personnes" person mail true i18n["contacts.ecrire"]]<span class="hidden"> – ${person.titre!person.@name}</span>[/@contact.write][#else][@contact.way "courriel" mail true /][/#if]
    </ul>
    [/#if]
    [#if mail?has_content || phone?has_content]
    [#local file = host.outlet("/reseau/contacts/" + person.@name + ".vcf")]
    [#if file?has_content]<p class="contact-small"><a href="${file}" rel="nofollow">${i18n["portail.flux.carte"]}<span class="hidden"> – ${person.titre!person.@name}</span></a></p>[/#if]
    [/#if]
  </div>
</div>
[/#macro]

[#-- The staff, who answer, before the others. --]
[#function staffFirst people]
  [#return people?filter(one -> (one.roles![])?seq_contains("salarie")) + people?filter(one -> !(one.roles![])?seq_contains("salarie"))]
[/#function]

[#-- People, with the ones whose portrait one may see first. --]
[#function facesFirst people]
  [#return people?filter(one -> portraitOf(one)?has_content) + people?filter(one -> !portraitOf(one)?has_content)]
[/#function]

[#function portraitOf person][#return host.assetLink((host.openPart(person, "portrait").image)!"", "vignette")][/#function]

[#-- People as a row of faces, each leading to where one may write to them; roles: with what they do. --]
[#macro faces people roles=true]
[#local open = host.pageAt("/reseau/contacts")?has_content]
<ul class="faces">
  [#list people as person]
  <li><a[#if open] href="${host.link(person)}"[/#if]>[@portrait person /]<strong>${person.titre!person.@name}</strong>[#if roles && person.fonction?has_content] <span>${person.fonction}</span>[/#if]</a></li>
  [/#list]
</ul>
[/#macro]

[#-- Ways for everybody, else those for the members, whom the host alone knows. --]
[#function way person kind]
  [#local open = host.openPlain(person, "contact/" + kind)]
  [#return (open?has_content || !host.isBocage())?then(open, host.plain((person.adherents.contact)!{}, kind))]
[/#function]

[#macro portrait person]
[#local address = portraitOf(person)]
[#if address?has_content]
<img class="portrait" src="${host.text(address)}" alt="" width="320" height="200" loading="lazy" decoding="async">
[#else]
<span class="portrait portrait-none" aria-hidden="true">${(person.titre!person.@name)?cap_first[0..<1]}</span>
[/#if]
[/#macro]
