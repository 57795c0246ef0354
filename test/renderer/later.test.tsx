// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { FaultBoundary } from '../../renderer/app/fault-boundary.tsx'
import { later } from '../../renderer/app/later.tsx'

afterEach(cleanup)

describe('a page fetched later', () => {
  it('is fetched once and then shown at once', async () => {
    const load = vi.fn(async () => ({ default: () => <p>Here</p> }))
    const { Page } = later(load)
    const { unmount } = render(<Page />)
    expect(await screen.findByText('Here')).toBeTruthy()
    unmount()
    render(<Page />)
    expect(screen.getByText('Here')).toBeTruthy()
    expect(load).toHaveBeenCalledTimes(1)
  })

  it('says so in plain words when it cannot be read', async () => {
    const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const { Page } = later(() => Promise.reject(new Error('gone')))
    render(
      <FaultBoundary>
        <Page />
      </FaultBoundary>,
    )
    expect(await screen.findByRole('heading', { name: 'This page could not be shown' })).toBeTruthy()
    quiet.mockRestore()
  })
})
