[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#assign title = content.title!content.@name]
[#assign trail = [{"label": title, "plain": host.plain(content, "title"), "href": host.link(content)}]]
[#assign entries = page.menu() foot = page.footerPages()]
[#assign known = (entries + foot)?map(one -> one.path) + [(page.home.@path)!""]]
[#list entries as entry][#assign known += entry.children?map(one -> one.path)][/#list]
[#assign others = []]
[#list host.children(host.root("website"), "mgnl:page") as other]
  [#if !host.isTrue(other.hideInNav!false) && !known?seq_contains(other.@path)][#assign others += [page.entryOf(other, "")]][/#if]
[/#list]
[#if host.hasForms()][#assign others += [{"href": host.subscription("lettre"), "label": i18n["portail.lettre.recevoir"]}]][/#if]
[#assign maker = host.isBocage()?then(host.byPath("/integrer"), {})]
[#if maker?has_content][#assign others += [page.entryOf(maker, "")]][/#if]
[#assign head][@page.breadcrumbData trail /][/#assign]
[@page.layout title=title description=host.attribute(content, "description") head=head]
  [@page.band title=title intro=content.intro!"" /]
  <div class="inside">
    [@page.breadcrumb trail /]
    <section aria-labelledby="plan-menu">
      <h2 id="plan-menu">${i18n["portail.plan.menu"]}</h2>
      <ul class="site-plan">
        <li><a href="${ctx.contextPath}/">${i18n["portail.accueil"]}</a></li>
        [#list entries as entry]
        <li>
          <a href="${entry.href}">${entry.label}</a>
          [#if entry.children?has_content]<ul>[#list entry.children as child]<li><a href="${child.href}">${child.label}</a></li>[/#list]</ul>[/#if]
        </li>
        [/#list]
      </ul>
    </section>
    [@some "aussi" others /]
    [@some "pied" foot /]
  </div>
[/@page.layout]

[#macro some name pages]
[#if pages?has_content]
<section aria-labelledby="plan-${name}">
  <h2 id="plan-${name}">${i18n["portail.plan." + name]}</h2>
  <ul class="site-plan">[#list pages as one]<li><a href="${one.href}">${one.label}</a></li>[/#list]</ul>
</section>
[/#if]
[/#macro]
