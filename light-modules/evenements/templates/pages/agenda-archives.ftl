[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/icones.ftl" as icones]
[#import "/evenements/templates/includes/evenement.ftl" as agenda]
[#import "/evenements/templates/includes/mois.ftl" as months]

[#assign month = months.asked()]
[#if !month?has_content]
  [@host.notFound /]
[#else]
  [#assign section = cmsfn.parent(content) name = months.name(month)]
  [#assign title = i18n.get("evenements.archives.titre", [name]) address = host.below(host.link(section), "/archives/" + month?replace("-", "/"))]
  [#assign trail = [
    {"label": section.title!section.@name, "plain": host.plain(section, "title"), "href": host.link(section)},
    {"label": name?cap_first, "plain": name?cap_first, "href": address}
  ]]
  [#assign list = agenda.dates({"jour": {"from": month + "-01", "to": months.first(month, 1)}, "fin": {"to": host.now()}}, "debut", 1, 500)]
  [#assign head][@page.breadcrumbData trail /][@agenda.css /][/#assign]
  [@page.layout title=title rubrique="agenda" address=address head=head indexed=(list.total > 0)]
    [@page.band title=title intro=content.intro!"" picture="/evenements/webresources/images/agenda.svg" /]
    <div class="inside">
      [@page.breadcrumb trail /]
      [@months.pager month host.link(section) "/archives/" "/" 36 0 /]
      [#if list.total > 0]
        [@agenda.byDay list.items /]
      [#else]
        <p class="count">${i18n["evenements.archives.vide"]}</p>
      [/#if]
      <p><a class="more" href="${host.link(section)}">[@icones.icon "agenda" /] ${i18n["evenements.ensuite.tout"]}</a></p>
    </div>
    [@agenda.next /]
  [/@page.layout]
[/#if]
