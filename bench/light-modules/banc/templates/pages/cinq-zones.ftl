<!DOCTYPE html>
<html lang="fr">
<head>
  [@cms.page /]
  <meta charset="utf-8">
  <title>${content.title!}</title>
</head>
<body>
  <header>[@cms.area name="entete" /]</header>
  <nav>[@cms.area name="menu" /]
    <ul>[#list navfn.navItems(cmsfn.root(content, "mgnl:page")) as item]<li><a href="${cmsfn.link(item)}">${item.title!item.@name}</a></li>[/#list]</ul>
  </nav>
  <main><h1>${content.title!}</h1>[@cms.area name="corps" /]</main>
  <aside>[@cms.area name="cote" /]</aside>
  <footer>[@cms.area name="pied" /]</footer>
</body>
</html>
