// Opens files in headless Chromium and prints, as JSON, what is wrong with each: open_chapters.js BROWSER FILE ...
const puppeteer = require('puppeteer');

// Runs in the page: elements that reach beyond the screen and can't be scrolled by themselves, and pictures not shown.
function look() {
    const found = [];
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > width + 1) {
        for (const element of document.body.querySelectorAll('*')) {
            const box = element.getBoundingClientRect();
            if (box.width > 0 && (box.right > width + 1 || box.left < -1) && element.children.length === 0) {
                found.push(`beyond the screen: <${element.localName}> ${element.textContent.slice(0, 60)}`);
                if (found.length > 4) break;
            }
        }
        if (!found.length) found.push(`${document.documentElement.scrollWidth} px wide on a screen of ${width}`);
    }
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
