// Sets a file of typst as a tagged PDF: typst.js MODULES FONTS SOURCE BOOK
const { createRequire } = require('module');
const { writeFileSync } = require('fs');

const [modules, fonts, source, book] = process.argv.slice(2);
const { NodeCompiler } = createRequire(modules + '/')('@myriaddreamin/typst-ts-node-compiler');
// Pictures are named by paths from the root.
const compiler = NodeCompiler.create({ workspace: '/', fontArgs: [{ fontPaths: [fonts] }] });
try {
    writeFileSync(book, compiler.pdf({ mainFilePath: source }));
} catch (error) {
    console.error(error.shortDiagnostics ?? error);
    process.exit(1);
}
