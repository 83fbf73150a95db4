[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/image.ftl" as image]
[#import "/portail/templates/includes/icones.ftl" as icones]
[#import "/portail/templates/includes/suite.ftl" as suite]
[#import "/acteurs/templates/includes/reseau.ftl" as reseau]
[#import "/acteurs/templates/includes/territoire.ftl" as territoire]
[#import "/acteurs/templates/includes/plan.ftl" as plan]
[#import "/acteurs/templates/includes/personne.ftl" as personnes]
[#import "/acteurs/templates/includes/pouls.ftl" as pouls]
[#import "/acteurs/templates/includes/liens.ftl" as liens]

[#assign title = content.title!content.@name trail = reseau.trailOf(content)]
[#assign directory = host.pageAt("/reseau/acteurs")]
[#assign all = reseau.acteurs({}, 1, 1000) together = liens.of(all.items)]
[#assign thisMonth = host.formatDate(host.now(), "yyyy")?number * 12 + host.formatDate(host.now(), "M")?number - 1]
[#assign monthStart = pouls.first(thisMonth) monthEnd = pouls.first(thisMonth + 1)]
[#assign head]${reseau.style}[@page.breadcrumbData trail /][/#assign]
[@page.layout title=title description=host.attribute(content, "description") rubrique="reseau" head=head]
  [@page.band title=title intro=content.intro!"" slim=true /]
  <div class="inside">
    [@page.breadcrumb trail /]
    <div class="prose">[@cms.area name="contenu" /]</div>
    [#assign people = personnes.facesFirst(reseau.personnes().items)]
    [#if people?has_content]
    <section aria-labelledby="gens">
      <h2 id="gens">${i18n["reseau.gens"]}</h2>
      [@personnes.faces (people?size > 7)?then(people[0..<7], people) /]
      [@more "/reseau/contacts" i18n["reseau.suite.contacts"] /]
    </section>
    [/#if]
    [#if territoire.cells?has_content]
    <section aria-labelledby="plan">
      <h2 id="plan">${i18n["reseau.plan"]}</h2>
      <div class="reseau-plan"><svg class="territoire${plan.fine()}" viewBox="0 0 ${territoire.width?c} ${territoire.height?c}"><g role="group" aria-label="${i18n["carte.dessin.communes"]}">
        [@plan.textures /]
        [@plan.plots "" /]
        [@plan.names /]
      </g></svg></div>
      [@more "/reseau/carte" i18n["reseau.suite.carte"] /]
    </section>
    [/#if]
    [#assign partners = all.items?filter(one -> host.isTrue(one.partenaire!false))]
    [#if partners?has_content]
    <section aria-labelledby="partenaires">
      <h2 id="partenaires">${i18n["reseau.partenaires"]}</h2>
      [@reseau.cardList partners "acteurs" 3 /]
    </section>
    [/#if]
    <section aria-labelledby="familles">
      <h2 id="familles">${i18n["reseau.familles"]}</h2>
      <p>${i18n["reseau.familles.texte"]}</p>
      <ul class="families">
        [#list host.children(host.byPath("/familles", "vocabulaires")) as famille]
          [#assign members = all.items?filter(one -> (one.famille!"") == famille.@id)]
          [#if members?has_content]
          <li><a href="${directory}?famille=${famille.@name}"><strong>${famille.titre!famille.@name}</strong> <span>${reseau.count("acteurs", members?size)}</span></a>[#if famille.description?has_content]<p>${famille.description}</p>[/#if]</li>
          [/#if]
        [/#list]
      </ul>
    </section>
    <section aria-labelledby="poids">
      <h2 id="poids">${i18n["reseau.poids"]}</h2>
      <ul class="figures">
        [@figure all.total directory "reseau.poids.acteurs" /]
        [@figure covered() host.pageAt("/reseau/carte") "reseau.poids.communes" territoire.cells?size /]
        [@figure reseau.acteurs({"adherent": "true"}, 1, 1).total host.pageAt("/reseau/adherents") "reseau.poids.adherents" /]
        [@figure distinct("domaines")?size directory "reseau.poids.domaines" /]
        [@figure reseau.lieux({}, 1, 1).total host.pageAt("/reseau/lieux") "reseau.poids.lieux" /]
        [@figure reseau.projets({}, 1, 1).total host.pageAt("/reseau/projets") "reseau.poids.projets" /]
      </ul>
      <p class="small">${i18n["reseau.poids.calcul"]}</p>
    </section>
    [#if together.links?has_content]
    <section aria-labelledby="liens">
      <h2 id="liens">${i18n["reseau.liens"]}</h2>
      <ul class="figures">
        [@figure together.links?size host.link(content) + "#qui-avec-qui" "reseau.liens.liens" /]
        [@figure together.linked host.link(content) + "#qui-avec-qui" "reseau.liens.structures" /]
        [@figure together.evenements host.pageAt("/agenda") "reseau.liens.rendezVous" /]
        [@figure together.actions host.pageAt("/le-pole/actions") "reseau.liens.aPlusieurs" /]
        [@figure together.graines host.pageAt("/le-pole/graines") "reseau.liens.naissances" /]
      </ul>
      <h3 id="qui-avec-qui">${i18n["reseau.liens.qui"]}</h3>
      [@liens.list together.links /]
      <p class="small">${i18n["reseau.liens.calcul"]}</p>
    </section>
    [/#if]
    <section aria-labelledby="pouls">
      <h2 id="pouls">${i18n["reseau.pouls"]}</h2>
      <ul class="figures">
        [@figure pouls.events({"debut": {"from": monthStart, "to": monthEnd}}) host.pageAt("/agenda") "reseau.pouls.ceMois" /]
        [#assign filled = host.figure("annonces-pourvues")]
        [#if filled?has_content][@figure filled?number host.pageAt("/annonces") "reseau.pouls.pourvues" /][/#if]
        [@figure pouls.fresh() host.pageAt("/actualites") "reseau.pouls.nouveautes" /]
      </ul>
      [@pouls.curve /]
    </section>
  </div>
  [@suite.steps [
    {"href": directory, "icon": "acteurs", "title": i18n["reseau.suite.acteurs"], "text": i18n["reseau.suite.acteurs.texte"]},
    {"href": host.pageAt("/reseau/carte"), "icon": "carte", "title": i18n["reseau.suite.carte"], "text": i18n["reseau.suite.carte.texte"]},
    {"href": host.pageAt("/reseau/contacts"), "icon": "contacts", "title": i18n["reseau.suite.contacts"], "text": i18n["reseau.suite.contacts.texte"]}
  ] /]
[/@page.layout]

[#macro more path label]
[#local address = host.pageAt(path)]
[#if address?has_content]<p><a class="more" href="${address}">${label} [@icones.icon "suite" /]</a></p>[/#if]
[/#macro]

[#-- What counts none tells nobody anything: it is left out. of: the number it could be; key: of its words. --]
[#macro figure value href key of=0]
[#if value gt 0 && href?has_content]<li><a class="figure-link" href="${href}"><strong>${value?c}[#if of gt 0] / ${of?c}[/#if]</strong> <span>${i18n[key + (value == 1)?then(".une", "")]}</span></a></li>[/#if]
[/#macro]

[#function distinct property]
  [#local seen = {}]
  [#list all.items as one]
    [#local values = one[property]![]]
    [#list values?is_sequence?then(values, [values]) as value][#local seen += {value: true}][/#list]
  [/#list]
  [#return seen]
[/#function]

[#-- Communes of the territory with at least one structure. --]
[#function covered]
  [#local seen = distinct("commune")]
  [#return seen?keys?filter(id -> (territoire.cells[(host.byId(id, "vocabulaires").codeInsee)!""])??)?size]
[/#function]
