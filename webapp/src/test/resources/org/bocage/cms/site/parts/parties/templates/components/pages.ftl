<p class="pages">[#list portailfn.list({"workspace": "website", "type": "mgnl:page", "size": 100}).items as page]${page.@name} [/#list]</p>
