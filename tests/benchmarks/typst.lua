--- A writer of pandoc's for typst, with what its reader of gfm can give. Each call ends with a semicolon, or what
--- follows it in brackets would be taken for its arguments.

local stringify = pandoc.utils.stringify

local PREAMBLE = [[
#set document(title: %s)
#set page(paper: "a5", margin: (top: 48pt, bottom: 54pt, x: 47.76pt), numbering: "1")
#set text(font: "Literata", size: 9.8pt, top-edge: 0.8em, bottom-edge: -0.2em, lang: %s, hyphenate: true)
#set par(justify: true, leading: 4.2pt, spacing: 11.2pt)
#set smartquote(enabled: false)
#set raw(theme: none)
#show raw: set text(font: "JetBrains Mono", size: 8.1pt)
#outline(depth: 3)
]]

local function quoted(text)
    return '"' .. text:gsub('[\\"]', '\\%0'):gsub('\n', '\\n'):gsub('\r', ''):gsub('\t', '\\t') .. '"'
end

local function bracketed(items)
    local out = {}
    for i, item in ipairs(items) do
        out[i] = '[' .. item .. ']'
    end
    return table.concat(out)
end

local function label(id)
    return id and id ~= '' and '#label(' .. quoted(id) .. ')' or ''
end

local function wrapper(name)
    return function(content)
        return '#' .. name .. '[' .. content .. '];'
    end
end

function Doc(body, metadata)
    return PREAMBLE:format(quoted(stringify(metadata.title)), quoted(stringify(metadata.lang))) .. body
end

function Blocksep()
    return '\n\n'
end

function Str(text)
    return (text:gsub('[\\#$*_`<>@~%[%]/=+%-]', '\\%0'):gsub('%.(%.)', '\\.%1'):gsub('^(%d+)%.', '%1\\.'))
end

function Space()
    return ' '
end

function SoftBreak()
    return '\n'
end

function LineBreak()
    return '#linebreak();'
end

Emph = wrapper('emph')
Strong = wrapper('strong')
Strikeout = wrapper('strike')
Subscript = wrapper('sub')
Superscript = wrapper('super')
Note = wrapper('footnote')

function Code(text)
    return '#raw(' .. quoted(text) .. ');'
end

function Link(content, target)
    local internal = target:match('^#(.*)$')
    return '#link(' .. (internal and 'label(' .. quoted(internal) .. ')' or quoted(target)) .. ')[' .. content .. '];'
end

function Image(_, source)
    return '#image(' .. quoted(source) .. ');'
end

function CaptionedImage(source, _, caption)
    return '#figure(image(' .. quoted(source) .. '), caption: [' .. caption .. ']);'
end

function RawInline()
    return ''
end

function Span(content)
    return content
end

function Plain(content)
    return content
end

function Para(content)
    return content
end

function Header(level, content, attributes)
    return '#heading(level: ' .. level .. ')[' .. content .. '] ' .. label(attributes.id)
end

function BlockQuote(content)
    return '#quote(block: true)[' .. content .. '];'
end

function HorizontalRule()
    return '#align(center, line(length: 30%));'
end

function CodeBlock(text)
    return '#raw(' .. quoted(text) .. ', block: true);'
end

function BulletList(items)
    return '#list' .. bracketed(items) .. ';'
end

function OrderedList(items, start)
    return '#enum(start: ' .. start .. ')' .. bracketed(items) .. ';'
end

local SIDES = {AlignLeft = 'left', AlignRight = 'right', AlignCenter = 'center', AlignDefault = 'auto'}

function Table(_, sides, _, heads, rows)
    local columns, cells = {}, {}
    for i, side in ipairs(sides) do
        columns[i] = SIDES[side] .. ','
    end
    for i, row in ipairs(rows) do
        cells[i] = bracketed(row)
    end
    return '#table(columns: ' .. #sides .. ', align: (' .. table.concat(columns) .. '), table.header' .. bracketed(heads)
        .. ')' .. table.concat(cells) .. ';'
end

function RawBlock()
    return ''
end

function Div(content, attributes)
    local id = label(attributes.id)
    return id == '' and content or '#block[' .. content .. '] ' .. id
end
