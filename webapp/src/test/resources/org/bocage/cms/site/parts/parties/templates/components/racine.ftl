<p class="racine">[#list cmsfn.children(cmsfn.contentByPath("/", "vocabulaires"))![] as one]${one.@name} [/#list]</p>
