[#list 1.. as i][#attempt][#list 1.. as j]${(cmsfn.children(content)?size)!}[/#list][#recover][/#attempt][/#list]
