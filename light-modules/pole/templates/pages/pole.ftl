[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/icones.ftl" as icones]
[#import "/portail/templates/includes/suite.ftl" as suite]
[#import "/acteurs/templates/includes/reseau.ftl" as reseau]
[#import "/pole/templates/includes/pole.ftl" as pole]

[#assign title = content.title!content.@name trail = reseau.trailOf(content)]
[#assign missions = pole.missions() actions = pole.lively({}, 3)]
[#assign head][@pole.css /][@page.breadcrumbData trail /][/#assign]
[@page.layout title=title description=host.attribute(content, "description") rubrique="pole" head=head]
  [@page.band title=title intro=content.intro!"" picture="/pole/webresources/images/pole.svg" /]
  <div class="inside">
    [@page.breadcrumb trail /]
    <div class="welcome">
      <div class="prose">[@cms.area name="contenu" /]</div>
      <nav aria-labelledby="pieces">
        <h2 id="pieces" class="small-title">${i18n["pole.pieces"]}</h2>
        <ul class="rooms">
          [#list navfn.navItems(content)![] as room]
            <li><a href="${host.link(room)}">${room.title!room.@name}</a></li>
          [/#list]
        </ul>
      </nav>
    </div>
    [#if missions?has_content]
    <section class="pole-part" aria-labelledby="missions">
      <h2 id="missions">${i18n["pole.missions"]}</h2>
      [@pole.missionList missions /]
    </section>
    [/#if]
    [@figures /]
  </div>
  [#if actions?has_content]
  <section class="block" aria-labelledby="actions">
    <div class="hedge" aria-hidden="true"></div>
    <div class="inside">
      <h2 id="actions" class="block-title">${i18n["pole.enCeMoment"]}</h2>
      [@pole.actionList actions /]
      [#assign all = host.pageAt("/le-pole/actions")]
      [#if all?has_content]<p class="block-more"><a class="more" href="${all}">${i18n["pole.actions.toutes"]} [@icones.icon "suite" /]</a></p>[/#if]
    </div>
  </section>
  [/#if]
[/@page.layout]

[#-- Counted from what is on line, with the period. --]
[#macro figures]
[#local past = host.list({"workspace": "evenements", "type": "bocage:occurrence", "of": "bocage:evenement", "filters": {"debut": {"from": host.day(-365), "to": host.now()}, "origine": "pole"}, "size": 1}).total]
[#local members = pole.listed("acteurs", "bocage:acteur", {"adherent": "true"}, 1, 1).total]
[#local running = pole.actions({"etatAction": "en-cours"}, 1, 1).total]
[#local projects = pole.listed("projets", "bocage:projet", {}, 1, 1).total]
[#if past + running + members + projects > 0]
<section class="pole-part" aria-labelledby="chiffres">
  <h2 id="chiffres">${i18n["pole.chiffres"]}</h2>
  <ul class="counts">
    [@figure past i18n["pole.chiffres.rendezVous"] /]
    [@figure running i18n["pole.chiffres.actions"] /]
    [@figure members i18n["pole.chiffres.adherents"] /]
    [@figure projects i18n["pole.chiffres.projets"] /]
  </ul>
  <p class="small">${i18n["pole.chiffres.calcul"]}</p>
</section>
[/#if]
[/#macro]

[#macro figure value label][#if value > 0]<li><strong>${value?c}</strong> <span>${label}</span></li>[/#if][/#macro]
