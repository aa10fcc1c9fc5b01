// Opens files in headless Chromium and prints, as JSON, what is wrong with each: open_chapters.js BROWSER FILE ...
const puppeteer = require('puppeteer');

// Runs in the page: words, pictures and tables that reach beyond the screen, and pictures that are not shown.
function look() {
    const found = [];
    const width = document.documentElement.clientWidth;
    const beyond = box => box.width > 0 && (box.right > width + 1 || box.left < -1);
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text && found.length < 5; text = texts.nextNode()) {
        // Word by word: blanks of code that hang at the end of a line are not seen.
        const range = document.createRange();
        for (const word of text.data.matchAll(/\S+/g)) {
            range.setStart(text, word.index);
            range.setEnd(text, word.index + word[0].length);
            if (![...range.getClientRects()].some(beyond)) continue;
            found.push(`beyond the screen: <${text.parentNode.localName}> ${word[0].slice(0, 60)}`);
            break;
        }
    }
    for (const element of document.body.querySelectorAll('img, table'))
        if (beyond(element.getBoundingClientRect())) found.push(`beyond the screen: <${element.localName}>`);
    for (const image of document.images) if (!image.complete || !image.naturalWidth) found.push(`not shown: ${image.src}`);
    return found;
}

(async () => {
    const [browserPath, ...files] = process.argv.slice(2);
    const browser = await puppeteer.launch({executablePath: browserPath, headless: 'new', args: ['--no-sandbox', '--allow-file-access-from-files']});
    const report = [];
    for (const file of files) {
        const page = await browser.newPage();
        const problems = [];
        page.on('console', message => { if (message.type() === 'error') problems.push(`console: ${message.text()}`); });
        page.on('pageerror', error => problems.push(`page: ${error.message}`));
        page.on('requestfailed', request => problems.push(`request failed: ${request.url()}`));
        await page.setViewport({width: 390, height: 844});
        await page.goto('file://' + encodeURI(file).replace(/[?#]/g, encodeURIComponent), {waitUntil: 'load', timeout: 60000});
        problems.push(...await page.evaluate(look));
        report.push({file, problems});
        await page.close();
    }
    await browser.close();
    console.log(JSON.stringify(report));
})().catch(error => { console.error(error); process.exit(1); });
