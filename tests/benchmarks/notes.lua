--- Makes one book of the notes that conversion.py hands to pandoc, as notes-export would: ids are told apart by note,
--- links between notes lead to their headings, pictures are found from the folder of their note, and what has no
--- target or no picture stays as its words.

--- A note begins behind a comment of four lines: its number, its path, the title of one that has none of its own.
local BEGIN = '^<!%-%- note (%d+)\n([^\n]*)\n([^\n]*)\n%-%->'

local notes = {}     -- in their order: number, path, title, blocks
local by_path = {}

local function begin_of(block)
    if block.t == 'RawBlock' and block.format == 'html' then
        return block.text:match(BEGIN)
    end
end

local function collect(blocks)
    for _, block in ipairs(blocks) do
        local number, path, title = begin_of(block)
        if number then
            local note = {number = number, path = path, title = title, blocks = pandoc.List(), ids = {}}
            table.insert(notes, note)
            by_path[path] = note
        elseif #notes > 0 then
            notes[#notes].blocks:insert(block)
        end
    end
end

local function id_of(note, own)
    return own and 'note-' .. note.number .. '-' .. own or 'note-' .. note.number
end

--- A heading of the first level, or one above all else that says the same.
local function has_title(note)
    for i, block in ipairs(note.blocks) do
        if block.t == 'Header' and (block.level == 1 or i == 1 and pandoc.utils.stringify(block) == note.title) then
            return true
        end
    end
    return false
end

--- What stands first in a note takes its id: a heading, or an empty block where there is none.
local function head(note)
    if note.title ~= '' and not has_title(note) then
        note.blocks:insert(1, pandoc.Header(1, pandoc.Str(note.title)))
    elseif not (note.blocks[1] and note.blocks[1].t == 'Header') then
        note.blocks:insert(1, pandoc.Div({}))
    end
    note.ids[''] = id_of(note)
    note.ids[note.blocks[1].identifier] = id_of(note)
    for _, block in ipairs(note.blocks) do
        if block.t == 'Header' and not note.ids[block.identifier] then
            note.ids[block.identifier] = id_of(note, block.identifier)
        end
    end
end

local function normalized(path)
    local parts = {}
    for part in path:gmatch('[^/]+') do
        if part == '..' then
            table.remove(parts)
        elseif part ~= '.' then
            table.insert(parts, part)
        end
    end
    return '/' .. table.concat(parts, '/')
end

local function beside(note, address)
    local path = address:gsub('%%(%x%x)', function(code) return string.char(tonumber(code, 16)) end)
    return normalized(note.path:match('^(.*)/') .. '/' .. path)
end

local function is_remote(address)
    return address:match('^%a[%w+.-]*:') or address:match('^//')
end

local function link_in(note)
    return function(link)
        if is_remote(link.target) then
            return nil
        end
        local path, fragment = link.target:match('^([^#]*)#?(.*)$')
        local target = path == '' and note or by_path[beside(note, path)] or by_path[beside(note, (path:gsub('%.html$', '.md')))]
        if not target then
            return link.content
        end
        link.target = '#' .. (target.ids[fragment] or id_of(target))
        return link
    end
end

local function exists(path)
    local file = io.open(path)
    if file then
        file:close()
    end
    return file ~= nil
end

--- LaTeX takes no SVG; pandoc itself makes PDF of them when it runs LaTeX.
local function for_latex(path)
    if not path:match('%.svg$') then
        return path
    end
    local copy = os.getenv('PICTURES') .. '/' .. pandoc.utils.sha1(path) .. '.pdf'
    return (exists(copy) or pcall(pandoc.pipe, 'rsvg-convert', {'-f', 'pdf', '-o', copy, path}, '')) and copy or nil
end

local function picture_in(note)
    return function(image)
        local path = not is_remote(image.src) and beside(note, image.src)
        path = path and exists(path) and path
        if path and FORMAT == 'latex' then
            path = for_latex(path)
        end
        if not path then
            return image.caption
        end
        image.src = path
        return image
    end
end

local function set(note)
    local out = pandoc.walk_block(pandoc.Div(note.blocks), {
        Header = function(header)
            header.identifier = note.ids[header.identifier] or id_of(note, header.identifier)
            return header
        end,
        Link = link_in(note),
        Image = picture_in(note),
    }).content
    if out[1].t == 'Div' then
        out[1].identifier = id_of(note)
    end
    if FORMAT == 'latex' then
        out:insert(1, pandoc.RawBlock('latex', '% note ' .. note.number))
    end
    return out
end

function Pandoc(document)
    collect(document.blocks)
    for _, note in ipairs(notes) do
        head(note)
    end
    local blocks = pandoc.List()
    for _, note in ipairs(notes) do
        blocks:extend(set(note))
    end
    return pandoc.Pandoc(blocks, document.meta)
end
