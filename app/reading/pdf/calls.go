package pdf

// fn is a function of PDFium.
type fn int

const (
	fnInit fn = iota
	fnMalloc
	fnFree
	fnLoad
	fnCloseDoc
	fnLastError
	fnPageCount
	fnLoadPage
	fnClosePage
	fnPageBox
	fnRotation
	fnLoadText
	fnCloseText
	fnCountChars
	fnUnicode
	fnLooseBox
	fnOrigin
	fnMade
	fnHyphen
	fnNoMeaning
	fnTextObject
	fnFontSize
	fnCharMatrix
	fnRenderMode
	fnFont
	fnFontName
	fnFontWeight
	fnFontFlags
	fnItalicAngle
	fnFillColour
	fnStrokeColour
	fnStrokeWidth
	fnCountObjects
	fnObject
	fnObjectType
	fnObjectBounds
	fnObjectMatrix
	fnFormCount
	fnFormObject
	fnDrawMode
	fnCountSegments
	fnSegment
	fnSegmentPoint
	fnSegmentType
	fnSegmentClose
	fnNewBitmap
	fnEndBitmap
	fnFill
	fnRender
	fnPixels
	fnCountAnnots
	fnAnnot
	fnCloseAnnot
	fnAnnotKind
	fnAnnotBox
	fnAnnotString
	fnAnnotLink
	fnLinkAction
	fnActionKind
	fnActionURI
	fnFlatten
	fnSecurity
	fnRights
	fnSoundTable
	fnCountScripts
	fnCountFiles
	fnFile
	fnFileName
	fnFileData
	fnTransparent
	fnCount
)

var fnNames = [fnCount]string{
	fnInit:          "FPDF_InitLibrary",
	fnMalloc:        "malloc",
	fnFree:          "free",
	fnLoad:          "FPDF_LoadMemDocument",
	fnCloseDoc:      "FPDF_CloseDocument",
	fnLastError:     "FPDF_GetLastError",
	fnPageCount:     "FPDF_GetPageCount",
	fnLoadPage:      "FPDF_LoadPage",
	fnClosePage:     "FPDF_ClosePage",
	fnPageBox:       "FPDF_GetPageBoundingBox",
	fnRotation:      "FPDFPage_GetRotation",
	fnLoadText:      "FPDFText_LoadPage",
	fnCloseText:     "FPDFText_ClosePage",
	fnCountChars:    "FPDFText_CountChars",
	fnUnicode:       "FPDFText_GetUnicode",
	fnLooseBox:      "FPDFText_GetLooseCharBox",
	fnOrigin:        "FPDFText_GetCharOrigin",
	fnMade:          "FPDFText_IsGenerated",
	fnHyphen:        "FPDFText_IsHyphen",
	fnNoMeaning:     "FPDFText_HasUnicodeMapError",
	fnTextObject:    "FPDFText_GetTextObject",
	fnFontSize:      "FPDFText_GetFontSize",
	fnCharMatrix:    "FPDFText_GetMatrix",
	fnRenderMode:    "FPDFTextObj_GetTextRenderMode",
	fnFont:          "FPDFTextObj_GetFont",
	fnFontName:      "FPDFFont_GetBaseFontName",
	fnFontWeight:    "FPDFFont_GetWeight",
	fnFontFlags:     "FPDFFont_GetFlags",
	fnItalicAngle:   "FPDFFont_GetItalicAngle",
	fnFillColour:    "FPDFPageObj_GetFillColor",
	fnStrokeColour:  "FPDFPageObj_GetStrokeColor",
	fnStrokeWidth:   "FPDFPageObj_GetStrokeWidth",
	fnCountObjects:  "FPDFPage_CountObjects",
	fnObject:        "FPDFPage_GetObject",
	fnObjectType:    "FPDFPageObj_GetType",
	fnObjectBounds:  "FPDFPageObj_GetBounds",
	fnObjectMatrix:  "FPDFPageObj_GetMatrix",
	fnFormCount:     "FPDFFormObj_CountObjects",
	fnFormObject:    "FPDFFormObj_GetObject",
	fnDrawMode:      "FPDFPath_GetDrawMode",
	fnCountSegments: "FPDFPath_CountSegments",
	fnSegment:       "FPDFPath_GetPathSegment",
	fnSegmentPoint:  "FPDFPathSegment_GetPoint",
	fnSegmentType:   "FPDFPathSegment_GetType",
	fnSegmentClose:  "FPDFPathSegment_GetClose",
	fnNewBitmap:     "FPDFBitmap_CreateEx",
	fnEndBitmap:     "FPDFBitmap_Destroy",
	fnFill:          "FPDFBitmap_FillRect",
	fnRender:        "FPDF_RenderPageBitmap",
	fnPixels:        "FPDFBitmap_GetBuffer",
	fnCountAnnots:   "FPDFPage_GetAnnotCount",
	fnAnnot:         "FPDFPage_GetAnnot",
	fnCloseAnnot:    "FPDFPage_CloseAnnot",
	fnAnnotKind:     "FPDFAnnot_GetSubtype",
	fnAnnotBox:      "FPDFAnnot_GetRect",
	fnAnnotString:   "FPDFAnnot_GetStringValue",
	fnAnnotLink:     "FPDFAnnot_GetLink",
	fnLinkAction:    "FPDFLink_GetAction",
	fnActionKind:    "FPDFAction_GetType",
	fnActionURI:     "FPDFAction_GetURIPath",
	fnFlatten:       "FPDFPage_Flatten",
	fnSecurity:      "FPDF_GetSecurityHandlerRevision",
	fnRights:        "FPDF_GetDocPermissions",
	fnSoundTable:    "FPDF_DocumentHasValidCrossReferenceTable",
	fnCountScripts:  "FPDFDoc_GetJavaScriptActionCount",
	fnCountFiles:    "FPDFDoc_GetAttachmentCount",
	fnFile:          "FPDFDoc_GetAttachment",
	fnFileName:      "FPDFAttachment_GetName",
	fnFileData:      "FPDFAttachment_GetFile",
	fnTransparent:   "FPDFPageObj_HasTransparency",
}
