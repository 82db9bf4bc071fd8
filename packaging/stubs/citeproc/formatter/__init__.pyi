from citeproc.formatter import plain as plain
